"""What runs: examples and labs, on which device, and the record of what passed."""
