"""Whether what we send is what Discord takes."""
