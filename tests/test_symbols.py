from sympy import Symbol

from mazurnet import symbols

ALPHABET = {name: q for name, q in vars(symbols).items() if isinstance(q, Symbol)}


def test_a_symbol_is_called_what_python_calls_it():
    assert {name: q.name for name, q in ALPHABET.items()} == {name: name for name in ALPHABET}


def test_the_alphabet_has_thirty_names():
    assert len(ALPHABET) == 30


def test_every_symbol_has_a_meaning_of_its_own():
    assert set(symbols.meaning) == set(ALPHABET.values())
    assert len(set(symbols.meaning.values())) == len(ALPHABET)


def test_a_symbol_made_anywhere_else_under_the_same_name_is_the_same():
    assert Symbol("net_h1") == symbols.net_h1


def test_the_families_together_are_the_alphabet():
    families = (
        symbols.inputs, symbols.targets, symbols.weights, symbols.biases,
        symbols.nets, symbols.outs, symbols.errors, symbols.deltas, (symbols.eta,),
    )  # fmt: skip
    assert sorted(q.name for family in families for q in family) == sorted(ALPHABET)


def test_w5_becomes_w5_new():
    assert symbols.new(symbols.w5).name == "w5_new"


def test_every_net_has_the_delta_of_its_neuron():
    assert [symbols.delta_of(net) for net in symbols.nets] == list(symbols.deltas)
