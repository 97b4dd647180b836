"""The window: shows what the workspace says and hands back what the user did."""
