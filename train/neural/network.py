"""The network: word vectors and letter groups, two BiLSTM layers, heads for tags, features, arcs (Dozat & Manning 2017) and
relations. `src/analyse/neural` runs the same in TypeScript; what changes here changes there."""
from types import SimpleNamespace

import torch
from torch import nn
from torch.nn import functional as F

from lstm import BiLstm, mirrored

SIZES = SimpleNamespace(word=96, cell=64, source=8, hidden=128, arc=128, relation=128)
"""Widths: word vector, vector of letter groups, vector of the treebank; LSTM, each direction; arc and relation vectors."""
VECTOR_SCALE = 3
"""Word vectors come with length 1; the network starts with this length."""
UPOS = 17


class Network(nn.Module):
    def __init__(self, meta, vectors, sizes=SIZES, dropout=0.33):
        super().__init__()
        self.dropout = dropout
        self.words = nn.Embedding(meta['words'] + 1, sizes.word, sparse=True)
        self.words.weight.data[:] = vectors * VECTOR_SCALE
        self.cells = nn.EmbeddingBag(2 ** meta['cellBits'], sizes.cell, mode='sum', padding_idx=0, sparse=True)
        nn.init.normal_(self.cells.weight, std=0.1)
        self.cells.weight.data[0] = 0
        self.sources = nn.Embedding(meta['sources'], sizes.source)
        self.first = BiLstm(sizes.word + sizes.cell + sizes.source, sizes.hidden)
        self.second = BiLstm(2 * sizes.hidden, sizes.hidden)
        wide = 2 * sizes.hidden
        self.root = nn.Parameter(torch.randn(wide) * 0.1)
        self.arc_dependent, self.arc_head = nn.Linear(wide, sizes.arc), nn.Linear(wide, sizes.arc)
        self.relation_dependent = nn.Linear(wide, sizes.relation)
        self.relation_head = nn.Linear(wide, sizes.relation)
        self.arc_weights = nn.Parameter(torch.empty(sizes.arc, sizes.arc))
        nn.init.orthogonal_(self.arc_weights.data)
        self.arc_weights.data *= 0.3
        self.arc_bias = nn.Parameter(torch.zeros(sizes.arc))
        self.relations = nn.Linear(3 * sizes.relation, len(meta['labels']))
        self.upos = nn.Linear(wide, UPOS)
        self.slots = nn.ModuleList([nn.Linear(wide, n) for n in meta['classes']])

    def drop(self, x, rate=None):
        """Hides the same units in all words of a sentence (Gal & Ghahramani 2016)."""
        rate = self.dropout if rate is None else rate
        if not self.training or rate == 0:
            return x
        kept = torch.bernoulli(x.new_full((x.shape[0], 1, x.shape[2]), 1 - rate)) / (1 - rate)
        return x * kept

    def encode(self, batch, hide=0.0):
        """B x T x 2H. hide: share of words whose vector is hidden, so that their letters must do."""
        words, cells = batch.words, batch.cells
        size, steps = words.shape
        if self.training and hide > 0:
            words = words * (torch.rand(size, steps) > hide)
            cells = cells * (torch.rand(size, steps, 1) > hide * 0.3) * (torch.rand(cells.shape) > 0.05)
        x = torch.cat(
            [
                self.words(words),
                self.cells(cells.view(size * steps, -1)).view(size, steps, -1),
                self.sources(batch.sources).unsqueeze(1).expand(-1, steps, -1),
            ],
            -1,
        )
        turn = mirrored(batch.lengths, steps)
        first = self.first(self.drop(x, self.dropout * 0.6), turn)
        return self.second(self.drop(first), turn)

    def score(self, batch, hide=0.0):
        """Dropped-out states (B x T x 2H), arc scores (B x T x T+1, head 0 is the root, padding shut out), and what
        `label` takes: relation vectors of dependents (B x T x R) and of heads (B x T+1 x R)."""
        states = self.drop(self.encode(batch, hide))
        rooted = torch.cat([self.root.expand(states.shape[0], 1, -1), states], 1)
        dependent, head = self.drop(bent(self.arc_dependent(states))), self.drop(bent(self.arc_head(rooted)))
        arcs = (dependent @ self.arc_weights + self.arc_bias) @ head.transpose(1, 2)
        arcs = arcs.masked_fill(batch.padding, -1e9)
        return (
            states,
            arcs,
            self.drop(bent(self.relation_dependent(states))),
            self.drop(bent(self.relation_head(rooted))),
        )

    def label(self, dependent, head, heads):
        """Scores of the relations under given heads (B x T, 0 is the root)."""
        above = torch.gather(head, 1, heads.unsqueeze(-1).expand(-1, -1, head.shape[2]))
        return self.relations(torch.cat([dependent, above, dependent * above], -1))


def bent(x):
    return F.leaky_relu(x, 0.1)


def tensors(network):
    """Weights by the names under which `train/pack.ts` packs them."""
    n = network
    wide = n.words.weight.shape[1] + n.cells.weight.shape[1]
    heads = [n.arc_dependent, n.arc_head, n.relation_dependent, n.relation_head, n.upos, *n.slots]
    with torch.no_grad():
        return {
            'words': n.words.weight,
            'cells': n.cells.weight,
            'input1': n.first.input[:, :wide],
            'sourceBias': n.sources.weight @ n.first.input[:, wide:].t() + n.first.bias,
            'forward1': n.first.recurrent[0].t(),
            'backward1': n.first.recurrent[1].t(),
            'input2': n.second.input,
            'bias2': n.second.bias,
            'forward2': n.second.recurrent[0].t(),
            'backward2': n.second.recurrent[1].t(),
            'heads': torch.cat([head.weight for head in heads]),
            'headBias': torch.cat([head.bias for head in heads]),
            'arcWeights': n.arc_weights.t(),
            'arcBias': n.arc_bias,
            'rootArc': bent(n.arc_head(n.root)),
            'rootRelation': bent(n.relation_head(n.root)),
            'relations': n.relations.weight,
            'relationBias': n.relations.bias,
        }
