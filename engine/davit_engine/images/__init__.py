"""Images: names, manifests, blobs, layers and registries."""
