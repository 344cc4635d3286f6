"""Contact: whom newsrooms may ask about a release."""

from editor.model.language import Bilingual, Language
from editor.values import frozen

_NOTHING = Bilingual("", "")


@frozen
class Contact:
    """Whom newsrooms may ask: a person or an office, a telephone number and an e-mail address, as each language has it.

    Of a release, what is empty is what the house profile says.
    """

    name: Bilingual[str] = _NOTHING
    telephone: Bilingual[str] = _NOTHING
    email: Bilingual[str] = _NOTHING

    def or_else(self, usual: "Contact") -> "Contact":
        """Return this contact, with what it leaves empty in a language taken from another."""
        return Contact(
            _either(self.name, usual.name),
            _either(self.telephone, usual.telephone),
            _either(self.email, usual.email),
        )

    def having(self, language: Language, other: "Contact") -> "Contact":
        """Return this contact with one language of another."""
        return Contact(
            self.name.having(language, other.name[language]),
            self.telephone.having(language, other.telephone[language]),
            self.email.having(language, other.email[language]),
        )


def _either(own: Bilingual[str], usual: Bilingual[str]) -> Bilingual[str]:
    return Bilingual(own.en or usual.en, own.fr or usual.fr)
