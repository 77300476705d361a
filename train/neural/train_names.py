"""`train_names.py FOLDER`: trains the recogniser of names on what `train/names/export.ts` wrote there, and writes `names.bin` and
`names.json`. Teachers from several seeds learn from the annotated sentences (`gold`, `augmented`), tag raw ones (`raw`) together,
and the network that is written learns from all of them."""
import argparse
import json
import math
import os
import random
import sys
import time
from types import SimpleNamespace

os.environ.setdefault('OMP_NUM_THREADS', '1')
os.environ.setdefault('OPENBLAS_NUM_THREADS', '1')

import numpy  # noqa: E402  (threads are counted when torch is loaded)
import torch  # noqa: E402

from corpus import in_batches  # noqa: E402
from names import TAGS, Names, best_tags, tensors  # noqa: E402
from train import write_tensors  # noqa: E402

SIZES = SimpleNamespace(cell=48, squeezed=64, hidden=64)
"""Widths: vector of letter groups; states, squeezed; LSTM, each direction."""
RATE = 3e-3
WORDS = 400


class Sentences:
    """`<name>.*.bin` of the folder, mapped into memory."""

    def __init__(self, folder, name, meta):
        def read(kind, dtype, *shape):
            return numpy.memmap(f'{folder}/{name}.{kind}.bin', dtype=dtype, mode='r').reshape(*shape)

        self.table = read('table', '<u4', -1, meta['cells'] + 1)
        self.numbers = read('numbers', '<f4', -1, meta['numbers'])
        self.flags = read('flags', 'u1', -1, meta['flags'])
        self.states = read('states', '<i2', -1, meta['states'])
        self.forms = read('forms', '<i4', -1)
        tags = read('tags', 'u1', -1)
        self.all, start = [], 0
        for length in read('lengths', '<i4', -1).tolist():
            rows = slice(start, start + length)
            start += length
            self.all.append({'from': self, 'rows': rows, 'forms': self.forms[rows], 'tags': tags[rows].astype('int64')})


def make_batch(chosen):
    lengths = [len(s['forms']) for s in chosen]
    size, steps = len(chosen), max(lengths)
    first = chosen[0]['from']

    def padded(width, dtype=torch.float32):
        return torch.zeros(size, steps, width, dtype=dtype)

    table = padded(first.table.shape[1], torch.long)
    numbers, flags, states = (padded(x.shape[1]) for x in (first.numbers, first.flags, first.states))
    tags = torch.zeros(size, steps, dtype=torch.long)
    for i, s in enumerate(chosen):
        n, of, rows = lengths[i], s['from'], s['rows']
        table[i, :n] = torch.from_numpy(of.table[s['forms']].astype('int64'))
        numbers[i, :n] = torch.from_numpy(of.numbers[s['forms']])
        flags[i, :n] = torch.from_numpy(of.flags[rows].astype('float32'))
        states[i, :n] = torch.from_numpy(of.states[rows].astype('float32') / 32767)
        tags[i, :n] = torch.from_numpy(s['tags'])
    return SimpleNamespace(
        lengths=torch.tensor(lengths),
        there=torch.arange(steps) < torch.tensor(lengths).unsqueeze(1),
        words=table[..., 0],
        cells=table[..., 1:],
        numbers=numbers,
        flags=flags,
        states=states,
        tags=tags,
    )


def train(network, sentences, epochs, seed, log, check):
    words = sum(len(s['forms']) for s in sentences)
    steps = epochs * words / WORDS
    dense = [p for name, p in network.named_parameters() if name != 'cells.weight']
    parts = [
        (torch.optim.AdamW(dense, lr=RATE, betas=(0.9, 0.95), weight_decay=0.01), RATE),
        (torch.optim.SparseAdam([network.cells.weight], lr=RATE, betas=(0.9, 0.95)), RATE / 2),
    ]
    started, taken = time.time(), 0
    for epoch in range(epochs):
        network.train()
        for chosen in in_batches(sentences, WORDS, seed * 1000 + epoch):
            taken += 1
            share = min(1, taken / 100) * max(0.02, 0.5 * (1 + math.cos(math.pi * min(1, taken / steps))))
            for part, rate in parts:
                part.zero_grad(set_to_none=True)
                for group in part.param_groups:
                    group['lr'] = rate * share
            network.loss(make_batch(chosen)).backward()
            torch.nn.utils.clip_grad_norm_(dense, 5.0)
            for part, _ in parts:
                part.step()
        network.eval()
        log(f'epoch {epoch + 1} of {epochs}, {time.time() - started:.0f} s{check([network])}')


def spans(tags):
    """(first, behind the last, label) of each name."""
    out, start = set(), None
    for i, tag in enumerate([*tags, 0]):
        if start is not None and not (tag > 0 and tag % 2 == 0 and (tag - 1) // 2 == start[1]):
            out.add((start[0], i, start[1]))
            start = None
        if tag > 0 and (tag % 2 == 1 or start is None):
            start = (i, (tag - 1) // 2)
    return out


def scores(networks, sentences):
    """Strict F1 in percent of all labels, then of PER, LOC, LOCderiv, ORG, OTH."""
    right, found, gold = (numpy.zeros(TAGS // 2) for _ in range(3))
    for chosen in in_batches(sentences, 2000):
        for s, tags in zip(chosen, best_tags(networks, make_batch(chosen))[0]):
            a, b = spans(s['tags'].tolist()), spans(tags)
            for counts, names in ((right, a & b), (found, b), (gold, a)):
                for _, _, label in names:
                    counts[label] += 1
    f1 = [200 * right.sum() / max(1, found.sum() + gold.sum())]
    f1 += [200 * right[k] / max(1, found[k] + gold[k]) for k in (0, 3, 4, 6, 9)]
    return ' '.join(f'{x:.1f}' for x in f1)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('folder')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--teachers', type=int, default=3)
    parser.add_argument('--epochs', type=int, default=4)
    parser.add_argument('--student-epochs', type=int, default=4)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    started = time.time()

    def log(line):
        print(f'{time.time() - started:6.0f} s  {line}', flush=True)

    with open(f'{options.folder}/meta.json', encoding='utf8') as file:
        meta = json.load(file)
    read = {name: Sentences(options.folder, name, meta).all for name in meta['parts']}
    vectors = torch.from_numpy(
        numpy.fromfile(f'{options.folder}/vectors.bin', dtype='<f4').reshape(-1, meta['vector'])
    )
    annotated = read['gold'] * 2 + read['augmented']

    def check(networks):
        return f', check {scores(networks, read["check"])}' if read.get('check') else ''

    def fresh(seed):
        torch.manual_seed(seed)
        sizes = SimpleNamespace(**vars(SIZES), cell_bits=meta['cellBits'])
        return Names(vectors, meta['numbers'], meta['flags'], meta['states'], sizes)

    teachers = []
    for k in range(1, options.teachers + 1):
        teachers.append(fresh(options.seed + k))
        train(teachers[-1], annotated, options.epochs, options.seed + k, lambda line, k=k: log(f'teacher {k}: {line}'), check)
    if teachers:
        log(f'{len(teachers)} together{check(teachers)}')
        for chosen in in_batches(read['raw'], 2000):
            for s, tags in zip(chosen, best_tags(teachers, make_batch(chosen))[0]):
                s['tags'] = numpy.array(tags)
        log(f'{len(read["raw"])} raw sentences tagged')
    student = fresh(options.seed)
    silver = read['raw'] if teachers else []
    train(student, annotated + silver, options.student_epochs, options.seed, log, check)
    write_tensors(tensors(student), f'{options.folder}/names')
    log('written')


if __name__ == '__main__':
    sys.exit(main())
