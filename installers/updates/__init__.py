"""Where installed Davits find the next one: the repository that a release is put into."""
