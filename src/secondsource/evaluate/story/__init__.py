"""Whole stories: what the flow makes of their reports beside their gold."""
