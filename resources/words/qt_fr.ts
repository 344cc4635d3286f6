<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- What the French that comes with Qt 6.11 lacks in its file and print dialogs. After a change: pyside6-lrelease qt_fr.ts -->
<TS version="2.1" language="fr">
<context>
    <name>QFileDialog</name>
    <message><source>&amp;Look in:</source><translation>&amp;Regarder dans :</translation></message>
    <message><source>Files of &amp;type:</source><translation>&amp;Type de fichiers :</translation></message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message><source>Drive</source><translation>Lecteur</translation></message>
    <message><source>Folder</source><comment>All other platforms</comment><translation>Dossier</translation></message>
    <message><source>Unknown</source><translation>Inconnu</translation></message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message><source>Page &amp;Set:</source><translation>&amp;Jeu de pages :</translation></message>
</context>
</TS>
