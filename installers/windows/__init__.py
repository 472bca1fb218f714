"""The Windows installers, built on Linux: a setup program for people, an MSI for fleets."""
