"""The window: shows the present value and turns gestures into edits."""
