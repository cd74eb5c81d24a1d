"""What readers see on Discord, played through with the real discord.py on a simulated Discord."""
