"""What Balie does outside of its window: notices of the desktop, the tray, the badge."""
