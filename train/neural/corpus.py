"""What `train/export.ts` wrote, and batches of it."""
import json
import random
from types import SimpleNamespace

import numpy
import torch


class Corpus:
    """words (forms): row of each form's word vector; cells (forms x cells): its letter groups, 0 for none; raw: forms with -1
    behind each sentence; sentences: those of the treebanks."""

    def __init__(self, folder):
        with open(f'{folder}/meta.json', encoding='utf8') as file:
            self.meta = json.load(file)
        table = numpy.fromfile(f'{folder}/forms.bin', dtype='<i4').reshape(self.meta['forms'], -1)
        forms = torch.from_numpy(table).long()
        self.words, self.cells = forms[:, 0].contiguous(), forms[:, 1:].contiguous()
        self.raw = torch.from_numpy(numpy.fromfile(f'{folder}/raw.bin', dtype='<i4')).long()
        with open(f'{folder}/sentences.jsonl', encoding='utf8') as file:
            self.sentences = [json.loads(line) for line in file]

    def part(self, name):
        return [s for s in self.sentences if s['part'] == name]

    def raw_words(self, copies_of_reports):
        """Rows of word vectors, -1 between sentences; reports come more than once: they are what will be read."""
        words = torch.where(self.raw >= 0, self.words[self.raw.clamp(min=0)], self.raw)
        trained = [int(self.words[f]) for s in self.part('train') for f in [*s['forms']]]
        ends = torch.tensor([len(s['forms']) for s in self.part('train')]).cumsum(0)
        reports = words[: self.meta['reportsEnd']]
        gold = torch.tensor(trained)
        pieces = [torch.cat([p, torch.tensor([-1])]) for p in torch.tensor_split(gold, ends[:-1])]
        return torch.cat([reports] * copies_of_reports + pieces * copies_of_reports + [words])


def make_batch(corpus, sentences, gold=True):
    """Padded tensors of some sentences; what is right only where `gold`."""
    lengths = [len(s['forms']) for s in sentences]
    size, steps = len(sentences), max(lengths)
    forms = torch.zeros(size, steps, dtype=torch.long)
    there = torch.zeros(size, steps, dtype=torch.bool)
    for i, s in enumerate(sentences):
        forms[i, : lengths[i]] = torch.tensor(s['forms'])
        there[i, : lengths[i]] = True
    batch = SimpleNamespace(
        sentences=sentences,
        lengths=torch.tensor(lengths),
        there=there,
        words=corpus.words[forms],
        cells=corpus.cells[forms],
        sources=torch.tensor([s['source'] for s in sentences]),
    )
    # heads that are no words: B x 1 x T+1
    batch.padding = (torch.arange(steps + 1) > batch.lengths.unsqueeze(1)).unsqueeze(1)
    if gold:
        add_gold(corpus.meta, batch)
    return batch


def add_gold(meta, batch):
    """upos: -100 where unknown. heads: 0 is the root. relations, slots: 1 for each class that counts as right."""
    size, steps = batch.there.shape
    batch.upos = torch.full((size, steps), -100)
    batch.heads = torch.zeros(size, steps, dtype=torch.long)
    batch.relations = torch.zeros(size, steps, len(meta['labels']))
    batch.slots = [torch.zeros(size, steps, classes) for classes in meta['classes']]
    for i, s in enumerate(batch.sentences):
        length = len(s['forms'])
        batch.upos[i, :length] = torch.tensor(s['upos'])
        batch.heads[i, :length] = torch.tensor(s['head']) + 1
        mark(batch.relations[i], s['labels'])
        for slot, right in zip(batch.slots, s['slots']):
            mark(slot[i], right)


def mark(table, right):
    pairs = [(word, c) for word, classes in enumerate(right) for c in classes if c >= 0]
    if pairs:
        rows, columns = zip(*pairs)
        table[list(rows), list(columns)] = 1


def in_batches(sentences, words, seed=None):
    """Lists of sentences of like length, about `words` words each; in random order where there is a seed."""
    draw = random.Random(seed)
    blur = 0 if seed is None else 3
    out, current, count = [], [], 0
    for s in sorted(sentences, key=lambda s: len(s['forms']) + draw.random() * blur):
        current.append(s)
        count += len(s['forms'])
        if count >= words:
            out.append(current)
            current, count = [], 0
    if current:
        out.append(current)
    if seed is not None:
        draw.shuffle(out)
    return out
