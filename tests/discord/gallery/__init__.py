"""What readers see, played on a simulated Discord and written down."""
