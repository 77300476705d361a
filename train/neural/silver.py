"""Raw sentences as several trained networks read them together: what one network learns from, beside the treebanks
(distillation of an ensemble, Kuncoro et al. 2016; knowledge as soft targets, Hinton et al. 2015)."""
import random

import torch

from corpus import in_batches, make_batch

SOURCE_SHARES = ((0, 0.6), (1, 0.25), (2, 0.15))
"""By which treebank's conventions (numbers of `SOURCES`) speeches are read; reports are read as the first."""
FEATURES_BY = 1
"""Treebank whose features count: the news trees have none, so that reading as `news` alone would leave them to chance."""
LENGTHS = (5, 50)


def raw_sentences(corpus, words, seed):
    """All reports, then speeches drawn at random, about `words` words together. Texts: heads and labels are unknown."""
    ends = (corpus.raw == -1).nonzero().squeeze(1)
    starts = torch.cat([torch.zeros(1, dtype=torch.long), ends[:-1] + 1])
    draw = random.Random(seed)
    spans = [(a, b) for a, b in zip(starts.tolist(), ends.tolist()) if LENGTHS[0] <= b - a <= LENGTHS[1]]
    reports = [s for s in spans if s[0] < corpus.meta['reportsEnd']]
    speeches = spans[len(reports) :]
    draw.shuffle(speeches)
    out, count = [], 0
    for number, (start, end) in enumerate(reports + speeches):
        if count >= words:
            break
        source = 0
        if number >= len(reports):
            (source,) = draw.choices([s for s, _ in SOURCE_SHARES], [share for _, share in SOURCE_SHARES])
        out.append({'source': source, 'forms': corpus.raw[start:end].tolist()})
        count += end - start
    return out


def read_together(networks, corpus, sentences, words):
    """Batches whose right answers are the mean of what the networks hold likely (float16)."""
    out = []
    with torch.no_grad():
        for chosen in in_batches(sentences, words):
            batch = make_batch(corpus, chosen, gold=False)
            scored = [network.score(batch) for network in networks]
            arcs = mean([arc.softmax(-1) for _, arc, _, _ in scored])
            batch.heads = arcs.argmax(-1)
            batch.arcs = arcs.half()
            there = batch.there
            relations = [n.label(d, h, batch.heads)[there] for n, (_, _, d, h) in zip(networks, scored)]
            batch.relations = mean([r.softmax(-1) for r in relations]).half()
            states = [s[0][there] for s in scored]
            upos = mean([n.upos(s).softmax(-1) for n, s in zip(networks, states)])
            batch.upos = upos.half()
            batch.slots = slots_of(networks, corpus, batch, upos.argmax(-1))
            out.append(batch)
    return out


def slots_of(networks, corpus, batch, upos):
    """Features as a treebank with features would have them; zero where a slot does not apply to a part of speech."""
    sources = batch.sources
    batch.sources = torch.full_like(sources, FEATURES_BY)
    states = [network.score(batch)[0][batch.there] for network in networks]
    batch.sources = sources
    out = []
    for k, applies in enumerate(corpus.meta['applies']):
        likely = mean([n.slots[k](s).softmax(-1) for n, s in zip(networks, states)])
        out.append((likely * torch.tensor(applies)[upos].unsqueeze(-1)).half())
    return out


def mean(tables):
    return torch.stack(tables).mean(0)
