"""Words that the sample is made of: names of many cultures, work, and what people say to each other."""
