"""The key of the file, and its 24 words on paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl import bindings

from fieldkit.errors import WorkspaceProblem
from fieldkit.store.keys import STRONG, WEAKEST, Cost, derive, key_from_words, recovery_words

SALT = bytes(range(16))


def test_a_guess_costs_256_mebibytes_and_three_passes() -> None:
    assert Cost(memory_bytes=268_435_456, passes=3) == STRONG


def test_the_strong_cost_makes_the_key_argon2id_makes() -> None:
    # libsodium's own low-level call, which takes the algorithm by name
    argon2id = bindings.crypto_pwhash_ALG_ARGON2ID13
    expected = bindings.crypto_pwhash_alg(32, b"a phrase", SALT, 3, 256 * 1024**2, argon2id)
    assert derive("a phrase", SALT, STRONG) == expected


def test_the_same_letters_typed_in_two_ways_give_the_same_key() -> None:
    assert derive("caf\u00e9", SALT, WEAKEST) == derive("cafe\u0301", SALT, WEAKEST)


def test_another_salt_or_letter_gives_another_key() -> None:
    keys = {
        derive("phrase", SALT, WEAKEST),
        derive("Phrase", SALT, WEAKEST),
        derive("phrase", SALT[::-1], WEAKEST),
    }
    assert len(keys) == 3


@given(st.text(st.characters()))
def test_any_passphrase_a_terminal_hands_over_makes_a_key(passphrase: str) -> None:
    assert len(derive(passphrase, SALT, WEAKEST)) == 32


def test_more_memory_than_there_is_is_said_plainly() -> None:
    with pytest.raises(WorkspaceProblem, match="memory_short"):
        derive("phrase", SALT, Cost(memory_bytes=4_000 * 1024**3, passes=1))


@given(st.binary(min_size=32, max_size=32))
def test_a_key_comes_back_from_its_24_words(key: bytes) -> None:
    words = recovery_words(key)
    assert len(words) == 24
    assert key_from_words(words) == key
    assert key_from_words([f"  {word.upper()} " for word in words]) == key


@pytest.mark.parametrize(
    "spoil",
    [
        lambda words: words[:-1],
        lambda words: words[:12],
        lambda words: (),
        lambda words: (*words[:-1], "korenbloem"),
        lambda words: (words[1], words[0], *words[2:]),
        lambda words: ("abandon",) * 11 + ("about",),  # good words, but a sheet of twelve
    ],
    ids=["one missing", "half", "none", "not of the list", "swapped", "a shorter sheet"],
)
def test_words_that_are_not_those_of_a_sheet_are_refused_and_not_repeated(spoil) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(WorkspaceProblem) as told:
        key_from_words(spoil(recovery_words(bytes(range(32)))))
    assert told.value.code == "recovery_words_wrong"
    assert not told.value.data
    assert "korenbloem" not in str(told.value)
