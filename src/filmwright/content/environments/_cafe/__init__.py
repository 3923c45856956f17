"""The café in pieces: plan, shell, furniture, tableware, plants, counter, street, materials and light."""
