"""Training: annotated sentences → the attitude model that the package carries. It needs the extra ``train``."""
