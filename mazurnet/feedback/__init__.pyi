from .bugs.bug import find_the_bug as find_the_bug
from .checking import check as check
from .checking import check_all as check_all
from .fresh_numbers import fresh as fresh
from .slips import SLIPS as SLIPS
