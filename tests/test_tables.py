"""The tables: every quantity once, what is known and nothing else."""

from mazurnet import published, symbols
from mazurnet.descent import backward, step
from mazurnet.display.tables import alphabet, compare_all, neurons, table
from mazurnet.forward import forward
from mazurnet.network import given
from mazurnet.symbols import w5, weights


def test_the_alphabet_has_every_quantity_with_notation_name_meaning_and_first_value():
    rows = alphabet(forward(given)).rows
    assert [row[1] for row in rows] == [f"`{q}`" for q in symbols.meaning]
    assert ("$w_{5}$", "`w5`", "weight from h1 to o1", "$0.4$") in rows
    assert ("$E_{total}$", "`E_total`", "error of the network", "$0.298371109$") in rows
    assert rows[-1][-1] == ""  # eta is the reader's to choose


def test_the_neurons_show_a_column_once_it_is_known():
    assert neurons(forward(given)).head == ("neuron", "net", "out")
    whole = neurons(backward(given))
    assert whole.head == ("neuron", "net", "out", "delta")
    assert whole.rows[2] == ("o1", "$1.105905967$", "$0.751365070$", "$0.138498562$")


def test_a_table_has_the_rows_that_every_column_has():
    after = step(given, 0.5)
    assert table(before=given, after={w5: after[w5]}).rows == (
        ("$w_{5}$", "$0.4$", "$0.358916480$"),
    )


def test_all_eight_new_weights_agree_in_one_table():
    after = step(given, 0.5)
    found = compare_all({w: (after[w], published.figures[f"{w}_new"]) for w in weights})
    assert [row[-1] for row in found.rows] == ["agrees"] * 8


def test_a_table_is_markdown():
    lines = table(before={w5: 0.4})._repr_markdown_().splitlines()
    assert lines == ["|  | before |", "| :-- | :-- |", "| $w_{5}$ | $0.4$ |"]


def test_a_heading_of_two_words_is_written_as_two():
    assert table(before=given, one_step=given).head == ("", "before", "one step")
