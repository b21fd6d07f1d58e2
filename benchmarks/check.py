"""How long a reader waits for a verdict on a number.

python benchmarks/check.py
"""

from collections.abc import Callable
from random import Random
from statistics import median, quantiles
from time import perf_counter

from mazurnet import network
from mazurnet.feedback import checking, fresh_numbers, outcomes
from mazurnet.feedback.page_of_working import LINES
from mazurnet.feedback.slips import SLIPS

ANSWERS = 1000
NETWORKS = 30


def milliseconds(work: Callable[[], object]) -> float:
    """How long it takes, once."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def one_answer(draws: Random, numbers: outcomes.Outcomes) -> float:
    """An answer to a chance line: right, a slip's number, or three times as much."""
    line = draws.choice(LINES).name
    slips = [wrong[line] for wrong in numbers.wrong.values() if line in wrong]
    typed = f"{draws.choice([numbers.right[line], *slips]) * draws.choice([1, 1, 3]):.4g}"
    return milliseconds(lambda: checking.check(line, typed))


def main() -> None:
    """Time the first answer, those that follow, and a new network with all its slips."""
    first = milliseconds(lambda: checking.check("dE_dw5", "0.4398"))
    draws, numbers = Random(1), outcomes.outcomes(network.given)
    later = [one_answer(draws, numbers) for _ in range(ANSWERS)]
    drawn = [milliseconds(lambda s=seed: fresh_numbers.fresh(s)) for seed in range(NETWORKS)]
    others = [fresh_numbers.fresh(seed) for seed in range(NETWORKS)]
    worked = [milliseconds(lambda given=given: outcomes.outcomes(given)) for given in others]
    print("| | milliseconds |\n|:--|--:|")
    print(f"| the first answer, for which {len(SLIPS)} slips are derived | {first:.0f} |")
    print(f"| an answer after it, median of {ANSWERS} | {median(later):.2f} |")
    print(f"| ... 95 in 100 within | {quantiles(later, n=20)[-1]:.2f} |")
    print(f"| ... the slowest | {max(later):.2f} |")
    print(f"| fresh numbers, median of {NETWORKS} | {median(drawn):.1f} |")
    print(f"| a network worked out with every slip | {median(worked):.1f} |")


if __name__ == "__main__":
    main()
