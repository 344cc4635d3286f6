; The Windows installer, made by Inno Setup 6 from the folder that PyInstaller makes (see README.md beside this file):
;   iscc /DVersion=0.1.0 packaging\windows\communique.iss
; Installs for one user without administrator's rights, or for all users when asked to.

#ifndef Version
  #error Say the version: /DVersion=…
#endif

[Setup]
AppId={{7B2B4C0D-5F0E-4B0C-9E5A-2E5B7C6D9A11}
AppName=Communiqué
AppVersion={#Version}
AppPublisher=Communiqué maintainers
DefaultDirName={autopf}\Communique
DefaultGroupName=Communiqué
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\build\dist
OutputBaseFilename=communique-{#Version}-windows
Compression=lzma2
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"

[Files]
Source: "..\..\build\dist\communique\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Communiqué"; Filename: "{app}\communique.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.communique"; ValueType: string; ValueData: "Communique.Document"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Communique.Document"; ValueType: string; ValueData: "Communiqué"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Communique.Document\DefaultIcon"; ValueType: string; ValueData: "{app}\communique.exe,0"
Root: HKA; Subkey: "Software\Classes\Communique.Document\shell\open\command"; ValueType: string; ValueData: """{app}\communique.exe"" ""%1"""
