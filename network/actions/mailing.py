"""Putting a mail into the outbox."""
