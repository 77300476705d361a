"""Losses, the optimiser and the loop."""
import math
import random
import time

import torch
from torch.nn import functional as F

from corpus import in_batches, make_batch

SLOT_WEIGHTS = (1.0, 4.0, 1.0)
"""Of nominal, verbal and other features. Few words of the treebanks tell of a verb's: its share of the mean is small."""
HIDE = 0.15
"""Share of words whose vector is hidden in training."""


def any_right(scores, right):
    """-log of the probability that any of the right classes gets; words without one are left out."""
    known = right.sum(-1) > 0
    chances = F.log_softmax(scores[known], -1).masked_fill(right[known] == 0, -1e9)
    return -torch.logsumexp(chances, -1).sum()


def loss_of(network, batch):
    """Sum over words of all losses, divided by the number of words."""
    states, arcs, dependent, head = network.score(batch, HIDE)
    there = batch.there
    loss = F.cross_entropy(arcs[there], batch.heads[there], reduction='sum')
    loss = loss + any_right(network.label(dependent, head, batch.heads)[there], batch.relations[there])
    words = states[there]
    loss = loss + F.cross_entropy(network.upos(words), batch.upos[there], reduction='sum')
    for weight, slot, right in zip(SLOT_WEIGHTS, network.slots, batch.slots):
        loss = loss + weight * any_right(slot(words), right[there])
    return loss / there.sum()


def silver_loss_of(network, batch):
    """The same against what other networks hold likely."""
    states, arcs, dependent, head = network.score(batch, HIDE)
    there = batch.there
    loss = soft(arcs[there], batch.arcs[there])
    loss = loss + soft(network.label(dependent, head, batch.heads)[there], batch.relations)
    words = states[there]
    loss = loss + soft(network.upos(words), batch.upos)
    for slot, likely in zip(network.slots, batch.slots):
        loss = loss + soft(slot(words), likely)
    return loss / there.sum()


def soft(scores, likely):
    return -(F.log_softmax(scores, -1) * likely.float()).sum()


class Optimiser:
    """Adam for the dense weights, its lazy form for the two tables; warm-up, then a cosine down to nearly nothing."""

    def __init__(self, network, rate, steps, warm=100, lowest=0.02):
        tables = [network.words.weight, network.cells.weight]
        self.dense = [p for p in network.parameters() if all(p is not t for t in tables)]
        self.parts = [
            (torch.optim.Adam(self.dense, lr=rate, betas=(0.9, 0.95)), rate),
            (torch.optim.SparseAdam(tables, lr=rate, betas=(0.9, 0.95)), rate / 2),
        ]
        self.steps, self.warm, self.lowest, self.taken = steps, warm, lowest, 0

    def step(self, loss):
        for part, _ in self.parts:
            part.zero_grad(set_to_none=True)
        loss.backward()
        self.taken += 1
        fall = 0.5 * (1 + math.cos(math.pi * min(1, self.taken / self.steps)))
        share = min(1, self.taken / self.warm) * max(self.lowest, fall)
        torch.nn.utils.clip_grad_norm_(self.dense, 5.0)
        for part, rate in self.parts:
            for group in part.param_groups:
                group['lr'] = rate * share
            part.step()


def train(network, corpus, sentences, plan, seed, log, silver=()):
    """plan: `epochs` over the treebanks, each with its share of the silver batches so that all come `rounds` times; `rate`;
    `words` in a batch."""
    words = sum(len(s['forms']) for s in sentences)
    turns = plan.rounds * len(silver)
    optimiser = Optimiser(network, plan.rate, plan.epochs * words // plan.words + turns)
    draw = random.Random(seed)
    order = [batch for _ in range(plan.rounds) for batch in draw.sample(silver, len(silver))]
    network.train()
    started = time.time()
    for epoch in range(plan.epochs):
        gold = [(loss_of, chosen) for chosen in in_batches(sentences, plan.words, seed * 1000 + epoch)]
        share = order[turns * epoch // plan.epochs : turns * (epoch + 1) // plan.epochs]
        steps = gold + [(silver_loss_of, batch) for batch in share]
        draw.shuffle(steps)
        total = 0.0
        for loss_with, chosen in steps:
            batch = make_batch(corpus, chosen) if loss_with is loss_of else chosen
            loss = loss_with(network, batch)
            optimiser.step(loss)
            total += loss.item()
        log(f'epoch {epoch + 1} of {plan.epochs}: loss {total / len(steps):.3f}, {time.time() - started:.0f} s')
    network.eval()
