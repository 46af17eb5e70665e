"""What a person fills in to connect an organisation."""

from __future__ import annotations

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class ConnectForm:
    """Either app key and secret, or (third-party apps) an access token that is kept for this run only.

    `region_key` is "international", "mainland" or "other"; `address` is used by "other" alone. `mobile` and
    `name` may be empty. Secrets are left out of the repr.
    """

    region_key: str = "international"
    address: str = ""
    app_key: str = ""
    app_secret: str = field(default="", repr=False)
    mobile: str = ""
    name: str = ""
    access_token: str = field(default="", repr=False)

    @property
    def third_party(self) -> bool:
        """Whether an access token was pasted instead of key and secret."""
        return bool(self.access_token.strip())

    def trimmed(self) -> ConnectForm:
        """The same without the spaces and line ends that come along when values are pasted."""
        return replace(
            self,
            address=self.address.strip(),
            app_key=self.app_key.strip(),
            app_secret=self.app_secret.strip(),
            mobile=self.mobile.strip(),
            name=" ".join(self.name.split()),
            access_token=self.access_token.strip(),
        )
