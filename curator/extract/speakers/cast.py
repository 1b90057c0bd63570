"""The people and organisations of one article, and whom each mention of a speaker means.

Evidence: names with their titles, roles and appositions, gender, number, and who was spoken of last. Keeps
to the article's own words: a speaker who is never named stays "a Turkish official".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from curator.extract.lexicon import vocabulary as v
from curator.extract.reporting.subjects import Subject, subject_of
from curator.extract.speakers.appositions import (
    description_after,
    description_before,
    name_after,
    name_before,
    organisation_after,
)
from curator.extract.speakers.kinds import THING, kind_by_own, shown_kind
from curator.extract.speakers.members import Member, akin, compatible
from curator.extract.speakers.mentions import Mention, mention
from curator.extract.speakers.names import (
    Name,
    gender_of_word,
    is_company,
    is_personal,
    name_in,
    possessors_in,
    role_of,
)
from curator.extract.speakers.pronouns import meant_by
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import FINITE, NOUN_PHRASE, Parsed
from curator.extract.syntax.clauses import main_verb
from curator.text import folded

_SUBJECT_FORMS = {"his": "he", "her": "she", "their": "they", "its": "it", "our": "we", "my": "I"}
_MANY = 16
"""How many members of one surname, role or noun are compared, the last ones: time stays linear."""


class Cast:
    """The members of one article in the order of their first mention, and who was spoken of last."""

    def __init__(self) -> None:
        self._named: dict[str, list[Member]] = {}
        """Key -> the persons with that surname."""
        self._of_role: dict[str, list[Member]] = {}
        """Role -> the named persons who have it."""
        self._unnamed_of: dict[tuple[str, bool], list[Member]] = {}
        """Head noun and number -> who is only described."""
        self._recent: list[Member] = []
        """The last one spoken of is the last."""
        self._first_names: dict[str, Member] = {}
        self._surnames: set[str] = set()
        """Names of one word that the article uses: who is called by the last word of a name is a person."""

    @classmethod
    def of(cls, sentences: Sequence[Parsed]) -> Cast:
        """The cast with every full name of the article and the roles given to it, nobody spoken of yet."""
        cast = cls()
        titled: list[tuple[Name, Parsed, int]] = []
        for parsed in sentences:
            for index, chunk in enumerate(parsed.chunks):
                plain = chunk.kind == NOUN_PHRASE and not chunk.pronoun and not chunk.time
                if plain and (name := cast._learn(parsed, index)) is not None:
                    titled.append((name, parsed, index))
        for name, parsed, index in titled:
            cast._learn_title(name, parsed, index)
        return cast

    # -- learning --------------------------------------------------------------------------------------

    def _learn_title(self, name: Name, parsed: Parsed, index: int) -> None:
        """Take "Mr. Obama" for a person if no full name of the article is his."""
        if name.key not in self._named:
            chunk = parsed.chunks[index]
            member = self._person(name)
            member.label = mention(parsed, chunk.first, chunk.last).text
            self._describe(member, parsed, chunk.first, chunk.last)

    def _learn(self, parsed: Parsed, index: int) -> Name | None:
        """Learn the person that chunk `index` names; a surname with a title alone is given back instead."""
        chunk = parsed.chunks[index]
        for possessor in possessors_in(parsed, chunk.first, chunk.last):
            if is_personal(possessor) and len(possessor.words) > 1:
                self._person(possessor)
        name = name_in(parsed, chunk.first, chunk.last)
        if name is None or _is_place(parsed, index, name):
            return None
        if len(name.words) == 1:
            self._surnames.add(name.key)
        if is_company(name):
            self._person(name).show(THING)
        if not is_personal(name):
            return None
        if len(name.words) == 1 and name.key not in self._named:
            return name if name.titled else None
        member = self._person(name)
        member.show(shown_kind(parsed, index))
        low = parsed.sentence.low
        self._describe(member, parsed, chunk.first, chunk.last)
        if (span := description_after(parsed, index)) is not None:
            self._describe(member, parsed, *span)
        if (span := description_before(parsed, index)) is not None:
            self._describe(member, parsed, *span)
        if not member.gender and any(role_of(low[at]) for at in range(chunk.first, chunk.last)):
            member.gender = name.gender
        return None

    def _person(self, name: Name) -> Member:
        """The person of that name, made if new; a longer form of the name becomes the label."""
        for member in reversed(self._named.get(name.key, [])[-_MANY:]):
            if compatible(member, name):
                if len(name.words) > len(member.label.split()):
                    member.label = name.text
                member.gender = member.gender or name.gender
                return member
        member = Member(name.text, name.key, person=True, gender=name.gender, titled=name.titled)
        self._named.setdefault(name.key, []).append(member)
        if len(name.words) > 1:
            self._first_names.setdefault(folded(name.words[0]), member)
        return member

    def _describe(self, member: Member, parsed: Parsed, first: int, last: int) -> None:
        described = mention(parsed, first, last)
        for role in described.roles - member.roles:
            self._of_role.setdefault(role, []).append(member)
        member.roles |= described.roles
        member.modifiers |= described.modifiers

    # -- resolving -------------------------------------------------------------------------------------

    def attend(
        self,
        parsed: Parsed,
        before: int | None = None,
        besides: tuple[int, int] = (0, 0),
        said: Iterable[tuple[int, int]] = (),
    ) -> None:
        """Take note of whom a sentence speaks, the subject of its main clause last.

        `said`: tokens that are somebody's words; a thing of which they are is not who says "it".

        Up to the speaker at token `before`, and without tokens `besides`: nobody says "he" of a name in his
        own words, nor of one in the same clause, while "its" may mean either.
        """
        horizon = len(parsed.tags)
        if before is not None:
            verbs = [chunk.first for chunk in parsed.chunks if chunk.kind == FINITE and chunk.last <= before]
            if not verbs:
                return
            horizon = before if parsed.tags[before] == t.DT else verbs[-1] + 1
        main = main_verb(parsed.chunks, horizon)
        subject = subject_of(parsed, main) if main is not None else None
        for index, chunk in enumerate(parsed.chunks):
            if chunk.first >= horizon:
                break
            inside = subject is not None and subject.first <= index < subject.last
            plain = chunk.kind == NOUN_PHRASE and not chunk.pronoun and not chunk.time
            if inside or not plain or besides[0] <= chunk.first < besides[1]:
                continue
            name = name_in(parsed, chunk.first, chunk.last)
            member = self._known(name) if name else None
            if member is not None:
                self._spoken_of(member)
        if main is not None and subject is not None:
            first = parsed.chunks[subject.first].first
            told = any(low <= first < high for low, high in (besides, *said))
            self._attend_subject(parsed, subject, main, people=told)

    def _attend_subject(self, parsed: Parsed, subject: Subject, verb: int, *, people: bool) -> None:
        """Let the subject of the verb at chunk `verb` be spoken of; `people`: only somebody, no thing."""
        first = parsed.chunks[subject.first]
        if first.time or parsed.low(first) in v.TIME_NOUNS or parsed.tags[first.head] == t.EX:
            return
        member = self._member(parsed, first.first, parsed.chunks[subject.last - 1].last, sole=False)
        if member is not None and (member.person or not people):
            member.show(shown_kind(parsed, subject.last - 1) or kind_by_own(parsed, verb))
            self._spoken_of(member)

    def resolve(self, parsed: Parsed, first: int, last: int, *, sole: bool = False) -> str:
        """The name of the speaker that tokens `[first, last)` mention, who becomes the last spoken of.

        `sole`: a role that one person of the article has means that person, as it does in a heading.
        """
        member = self._member(parsed, first, last, sole)
        if member is None:
            sentence = parsed.sentence
            words = parsed.text[sentence.start[first] : sentence.end[last - 1]]
            return _SUBJECT_FORMS.get(words.lower(), words)
        self._spoken_of(member)
        return member.label

    def _member(self, parsed: Parsed, first: int, last: int, sole: bool) -> Member | None:
        found = mention(parsed, first, last)
        if found.pronoun:
            return meant_by(found.pronoun, self._recent, self._surnames)
        name = found.name or self._surname_at(parsed, first, last)
        if name is not None:
            return self._known(name) or self._unnamed(found)
        apposition = name_after(parsed, first, last) or name_before(parsed, first)
        if apposition is not None and not found.plural:
            return self._known(apposition) or self._person(apposition)
        if (organisation := organisation_after(parsed, first, last)) is not None:
            member = self._known(organisation) or self._person(organisation)
            member.show(THING)
            return member
        if found.head.endswith("year-old") and not found.indefinite:
            return next((m for m in reversed(self._recent) if m.person), None) or self._unnamed(found)
        if found.roles and not found.plural and not found.indefinite:
            described = self._by_role(found, sole)
            if described is not None:
                return described
        return self._unnamed(found)

    def people(self, parsed: Parsed) -> Iterator[Member]:
        """The persons of the cast that a sentence names."""
        for chunk in parsed.chunks:
            name = name_in(parsed, chunk.first, chunk.last) if chunk.kind == NOUN_PHRASE else None
            if name is not None and (member := self._known(name)) is not None and member.person:
                yield member

    def _surname_at(self, parsed: Parsed, first: int, last: int) -> Name | None:
        """A surname of the cast that opens a sentence and looks like a common noun ("Park said")."""
        word = parsed.word(first)
        if last - first == 1 and word[:1].isupper() and folded(word) in self._named:
            return Name((word,), titled=False)
        return None

    def _spoken_of(self, member: Member) -> None:
        if member in self._recent:
            self._recent.remove(member)
        self._recent.append(member)
        del self._recent[:-24]

    def _known(self, name: Name) -> Member | None:
        """The person of that name who is in the cast; the last spoken of if several share it."""
        candidates = [m for m in self._named.get(name.key, [])[-_MANY:] if compatible(m, name)]
        if not candidates:
            if len(name.words) == 1 and (member := self._first_names.get(name.key)):
                return member
            return None
        for member in reversed(self._recent):
            if member in candidates:
                return member
        return candidates[0]

    def _by_role(self, found: Mention, sole: bool) -> Member | None:
        """The named person with the role of "the spokesman": the best described, else the last spoken of."""
        candidates = [m for role in sorted(found.roles) for m in self._of_role.get(role, [])[-_MANY:]]
        if not candidates:
            return None
        if sole and len(set(map(id, candidates))) == 1:
            return candidates[0]
        own = {word for word in found.modifiers if word not in ("forme", "curre")}

        def rank(member: Member) -> tuple[int, int, int]:
            recency = self._recent.index(member) if member in self._recent else -1
            shared = sum(1 for word in own if any(akin(word, other) for other in member.modifiers))
            return shared, len(found.roles & member.roles), recency

        best = max(candidates, key=rank)
        if own and rank(best)[0] == 0:
            return None
        if not own and best not in self._recent:
            return None
        return best

    def _unnamed(self, found: Mention) -> Member:
        """The group, organisation, document or person without a name that a phrase mentions, made if new."""
        head = found.head or (found.name.key if found.name else "")
        if not found.indefinite:
            for member in reversed(self._unnamed_of.get((head, found.plural), [])[-_MANY:] if head else []):
                if found.modifiers <= member.modifiers or not found.modifiers:
                    return member
                if member.modifiers <= found.modifiers and member in self._recent:
                    member.label, member.modifiers = found.text, set(found.modifiers)
                    return member
        person = bool(found.roles) or (found.plural and head in v.PERSON_ROLES)
        member = Member(found.text, "", person, plural=found.plural, head=head)
        member.roles, member.modifiers = set(found.roles), set(found.modifiers)
        member.gender = gender_of_word(head)
        member.nameless = found.name is not None and len(found.name.words) == 1 and not found.name.determined
        self._unnamed_of.setdefault((head, found.plural), []).append(member)
        return member


def _is_place(parsed: Parsed, index: int, name: Name) -> bool:
    """Whether a preposition shows `name` in chunk `index` to be nobody's ("in Des Moines", "Museum of …")."""
    before = parsed.chunks[index - 1] if index else None
    if before is None or before.kind != t.IN:
        return False
    if parsed.low(before) in ("in", "near", "outside", "inside"):
        return True
    owner = parsed.chunks[index - 2] if index > 1 else None
    named = owner is not None and owner.kind == NOUN_PHRASE and parsed.tags[owner.head] == t.NP
    of_named = named and owner is not None and parsed.low(owner) in v.ORGANISATIONS
    return parsed.low(before) == "of" and of_named and not name.titled  # "Bureau of Canada spokesman Stewart"
