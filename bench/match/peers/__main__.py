"""Measure Curator's matching beside its peers, on one labelled pile drowned in made-up news.

python -m bench.match.peers --ecbplus pairs_dev.jsonl --sizes 1000,10000 --environments /tmp/peers
python -m bench.match.peers --vitaminc dev.jsonl.gz --sizes 10000 --only curator,string_grouper

Every program gets the same JSON Lines of {"id", "text"} and writes {"left", "right", "score"}. It runs in a
virtual environment of its own (made in the folder of environments, from the package index, on the first run),
as a process whose time and peak memory the system tells. Scored are the labelled pairs of one claim alone:
none of the others looks for contradictions. dedupe is trained on fifty labelled pairs, which are not scored.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from bench.match import corpora
from bench.match.growth import pile
from bench.match.measures import average_precision, recall_in_lists

PEERS = {
    "curator": "",
    "string_grouper": "string_grouper>=0.8,<0.9",
    "splink": "splink>=5.0,<6",
    "dedupe": "dedupe>=3.0.3,<4 BTrees<6",
    "token_set": "rapidfuzz>=3.14,<4 numpy>=2,<3",
}
"""Name of the program, of which the file beside this makes pairs, and what its environment needs."""
TRAINING = 50
"""Labelled pairs that are given to who learns from labels, half of them of the same claim."""
TOP = 20


@dataclass(frozen=True, slots=True)
class Measured:
    """One run of one program."""

    seconds: float
    cpu: float
    megabytes: float
    pairs: tuple[tuple[str, str, float], ...]
    failure: str = ""


def main() -> None:
    """Measure what the command line asks for."""
    options = _options()
    corpus = corpora.vitaminc(options.vitaminc) if options.vitaminc else corpora.ecbplus(options.ecbplus)
    names = options.only.split(",") if options.only else list(PEERS)
    for size in map(int, options.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            training, scored = _divided(corpus)
            count = _write_claims(corpus, size, Path(folder) / "claims.jsonl")
            _write_training(training, corpus, Path(folder) / "training.jsonl")
            same = sum(label == "same" for *_, label in scored)
            print(f"{count} claims, {len(scored)} labelled pairs of which {same} the same", flush=True)
            for name in names:
                run = _run(name, Path(folder), options.environments, options.seconds)
                print(f"  {name:15} {_told(run, scored)}", flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.match.peers", description=(__doc__ or "").split("\n")[0]
    )
    corpus = parser.add_mutually_exclusive_group(required=True)
    corpus.add_argument("--ecbplus", type=Path, help="ECB+ sentence pairs")
    corpus.add_argument("--vitaminc", type=Path, help="a VitaminC file")
    parser.add_argument("--sizes", default="1000,10000", help="claims in the pile, separated by commas")
    parser.add_argument("--only", default="", help=f"some of {', '.join(PEERS)}")
    parser.add_argument("--seconds", type=float, default=900, help="after which a program is stopped")
    parser.add_argument(
        "--environments",
        type=Path,
        default=Path(tempfile.gettempdir()) / "curator-peers",
        help="the folder for the virtual environments",
    )
    return parser.parse_args()


Labels = list[tuple[str, str, str]]
Key = tuple[int, int]


def _divided(corpus: corpora.Labelled) -> tuple[Labels, Labels]:
    """What may be learned from, and what is scored."""
    pairs = list(corpus.pairs)
    random.Random(1).shuffle(pairs)
    same = [pair for pair in pairs if pair[2] == "same"][: TRAINING // 2]
    other = [pair for pair in pairs if pair[2] != "same"][: TRAINING // 2]
    held = {pair[:2] for pair in (*same, *other)}
    return [*same, *other], [pair for pair in pairs if pair[:2] not in held]


def _write_claims(corpus: corpora.Labelled, size: int, path: Path) -> int:
    """The corpus, and as much made-up news as makes `size` claims; shuffled."""
    texts = [(subject.claim.id, subject.claim.text) for subject in corpus.subjects]
    texts += [(f"made-{k}", s.claim.text) for k, s in enumerate(pile(max(0, size - len(texts))))]
    random.Random(2).shuffle(texts)
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": name, "text": text}) + "\n" for name, text in texts)
    return len(texts)


def _write_training(pairs: Labels, corpus: corpora.Labelled, path: Path) -> None:
    texts = {subject.claim.id: subject.claim.text for subject in corpus.subjects}
    with path.open("w", encoding="utf-8") as file:
        for left, right, label in pairs:
            row = {"left": left, "right": right, "texts": [texts[left], texts[right]], "label": label}
            file.write(json.dumps(row) + "\n")


def _python(name: str, environments: Path) -> Path:
    """The interpreter of a program's environment, which is made when it is not there."""
    if not PEERS[name]:
        return Path(sys.executable)
    python = environments / name / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(environments / name)], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PEERS[name].split()], check=True)
    return python


def _run(name: str, folder: Path, environments: Path, seconds: float) -> Measured:
    """Run one program as a process of its own; its peak memory is that of its largest process."""
    script = Path(__file__).with_name(f"{name}_pairs.py")
    out = folder / f"{name}.jsonl"
    command = [str(_python(name, environments)), "-W", "ignore", str(script)]
    command += [str(folder / "claims.jsonl"), str(folder / "training.jsonl"), str(out)]
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd()) if not PEERS[name] else ""}
    started = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, env=environment)
        stopper = threading.Timer(seconds, process.kill)
        stopper.start()
        _, status, used = os.wait4(process.pid, 0)
        stopper.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        taken = time.perf_counter() - started
        said.seek(0)
        last = said.read().decode(errors="replace").strip().splitlines()[-1:] or [""]
    failure = ""
    if process.returncode:
        failure = f"stopped after {seconds:.0f} s" if taken >= seconds else f"failed: {last[0][:120]}"
    pairs = () if failure else tuple((r["left"], r["right"], r["score"]) for r in corpora.lines(out))
    return Measured(taken, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, pairs, failure)


def _told(run: Measured, scored: Labels) -> str:
    cost = f"{run.seconds:7.1f} s, {run.cpu:7.1f} s of processor time, {run.megabytes:5.0f} MB"
    if run.failure:
        return f"{cost}; {run.failure}"
    numbers: dict[str, int] = defaultdict(lambda: len(numbers))
    score: dict[Key, float] = {}
    for left, right, value in run.pairs:
        key = _key(numbers[left], numbers[right])
        score[key] = max(value, score.get(key, value))
    lists: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (a, b), value in score.items():
        lists[a].append((-value, b))
        lists[b].append((-value, a))
    top = {claim: {other for _, other in sorted(found)[:TOP]} for claim, found in lists.items()}
    keyed = [(_key(numbers[left], numbers[right]), label == "same") for left, right, label in scored]
    precision = average_precision((score.get(key, float("-inf")), true) for key, true in keyed)
    recall = recall_in_lists([key for key, true in keyed if true], top)
    return f"{cost}; {len(run.pairs)} pairs, in the top {TOP} {recall:.3f}, average precision {precision:.3f}"


def _key(a: int, b: int) -> Key:
    return min(a, b), max(a, b)


if __name__ == "__main__":
    main()
