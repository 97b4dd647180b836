"""The figures the README quotes, each beside a yardstick measured in the same run."""
