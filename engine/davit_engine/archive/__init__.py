"""Archives: read tar strictly, apply it to a folder, write it; compression on the way."""
