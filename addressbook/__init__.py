"""Address Book for DingTalk: read and find an organisation's external contacts on the desktop."""

__version__ = "0.1.0"
