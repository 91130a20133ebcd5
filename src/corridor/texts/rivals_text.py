"""Rival explanations in words: which is contradicted least, and what would decide."""

from __future__ import annotations

from collections.abc import Mapping

from corridor.findings.rivals import LEAST_DIAGNOSTIC, Deciding, Item, Matrix, Rivals, Weighed, cell
from corridor.findings.spec import RivalSpec
from corridor.texts import judgements_text, verdict_text
from corridor.texts.count_phrases import capital
from corridor.texts.history_text import value_words
from corridor.words import numbers as fmt
from corridor.words import say
from corridor.words.terms import term


def answer(found: Rivals, matrix: Matrix) -> str:
    """Say which rival is contradicted least, and how many items speak against each."""
    titles = {rival.slug: rival.title for rival in found.report.rivals}
    if not matrix.best:
        few = say("rivals-few", count=matrix.diagnostic, least=LEAST_DIAGNOSTIC)
        return fmt.sentences(few, _against(matrix, titles) if matrix.rated else "")
    if len(matrix.best) > 1:
        tied = say("rivals-tied", titles=fmt.sentence_list([titles[name] for name in matrix.best]))
        return fmt.sentences(tied, _against(matrix, titles))
    first, *rest = matrix.weighed
    others = [_counted("rivals-other", each, titles) for each in rest]
    return say(
        "rivals-best",
        title=capital(titles[first.rival]),
        count=first.against,
        rated=matrix.rated,
        others=fmt.sentence_list(others),
    )


def _against(matrix: Matrix, titles: Mapping[str, str]) -> str:
    told = [_counted("rivals-against", each, titles) for each in matrix.weighed]
    return say("rivals-weighed", rated=matrix.rated, against=fmt.sentence_list(told))


def _counted(said: str, each: Weighed, titles: Mapping[str, str]) -> str:
    """Say how many items speak against a rival, with their weight where that is more."""
    title, count, weight = titles[each.rival], each.against, each.weight
    told = say(said, title=title, count=count)
    return say("rivals-heavier", told=told, weight=weight) if weight > count else told


def hangs_on(found: Rivals) -> str:
    """Say without which single items others would stand first; "" where none would."""
    if not found.by_rules.best:
        return ""
    names = [say("quoted", text=label(found.item(name))) for name in found.by_rules.carrying]
    if not names:
        return say("rivals-firm")
    return say("rivals-hangs", count=len(names), items=fmt.sentence_list(names))


def with_people(found: Rivals) -> str:
    """Say what the answer is with people's ratings, and as each who disagrees reads it."""
    told = []
    if found.with_ratings:
        told.append(say("rivals-with-people", told=answer(found, found.with_ratings)))
    told += [
        say("rivals-as-read", author=judgements_text.author(name), told=answer(found, matrix))
        for name, matrix in found.readings.items()
    ]
    return fmt.sentences(*told)


def label(item: Item) -> str:
    """Name an item: the label of its part, with the number of its finding."""
    if not item.spec.finding:
        return item.spec.label
    return say("rivals-of-finding", number=str(item.spec.finding), label=item.spec.label)


def rating(value: str | None) -> str:
    """Say a rating with its sign: "▼ against"; a dash where it is not rated."""
    return say("rivals-rating", rating=value) if value else fmt.EN_DASH


def rated(found: Rivals, item: Item, rival: RivalSpec) -> str:
    """Say the rating of a cell, with what people said of it and what the rules had."""
    by_rules, with_people = item.ratings[rival.slug], item.judged[rival.slug]
    name = cell(item.slug, rival.slug)
    if name in found.judged.disputed:
        return say("rivals-cell-disputed", rating=rating(by_rules))
    if name not in found.judged.by_incident:
        return rating(by_rules)
    return say("rivals-cell-judged", rating=rating(with_people), rules=rating(by_rules))


def value(item: Item) -> str:
    """Say what was measured, with its range; "" where nothing could be."""
    extent = verdict_text.interval_text(item.indicator)
    if not extent:
        return ""
    told = value_words(item.indicator.value, item.indicator.unit)
    return say("rivals-value", value=told, range=extent)


def thresholds(item: Item) -> str:
    """Say from and up to where an item is right and wrong, where no finding of its own does."""
    if item.spec.finding:
        return ""
    levels = (item.spec.part.claim, item.spec.part.denial)
    claim, denial = (value_words(level, item.indicator.unit) for level in levels)
    return say("rivals-thresholds", claim=claim, denial=denial)


def unrated(item: Item) -> str:
    """Say why an item is not rated."""
    if not item.is_covered:
        return say("rivals-uncovered")
    measured = value(item)
    if not measured:
        return term(item.verdict)
    return say("rivals-unrated", verdict=term(item.verdict), value=measured)


def would_decide(found: Rivals, deciding: Deciding) -> str:
    """Say which rivals an item would tell apart, and why it does not."""
    titles = {rival.slug: rival.title for rival in found.report.rivals}
    item = found.item(deciding.item)
    pairs = [
        say("rivals-pair", one=titles[one], other=titles[other]) for one, other in deciding.pairs
    ]
    return say(
        "rivals-would-decide", label=label(item), pairs=fmt.sentence_list(pairs), why=unrated(item)
    )
