"""What a communiqué is: frozen values, standard library only."""
