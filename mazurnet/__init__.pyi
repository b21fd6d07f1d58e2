from .feedback.fresh_numbers import fresh as fresh
