"""`python -m knowledge`: learn the shipped stories again, after one of them or the code that learns changed."""

from knowledge.cache import learn_shipped

if __name__ == "__main__":
    learn_shipped()
