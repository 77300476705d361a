"""The recogniser of names: a BiLSTM over what the frozen encoder holds of each word (squeezed to few numbers), over its form and over
what the lists say, then a linear-chain CRF (Huang et al. 2015). `src/analyse/names` runs the same in TypeScript; what changes here changes there."""
import torch
from torch import nn

from lstm import BiLstm, mirrored

TAGS = 25
"""0 outside; then by label first word, further word, as in src/document/names.ts."""
FORBIDDEN = -1e4


def transitions_allowed():
    """TAGS + 1 x TAGS, rows the tag before (the last row: the start of a sentence); 0 or FORBIDDEN."""
    out = torch.zeros(TAGS + 1, TAGS)
    for after in range(2, TAGS, 2):
        out[:, after] = FORBIDDEN
        out[after - 1, after] = out[after, after] = 0
    return out


class Names(nn.Module):
    def __init__(self, vectors, numbers, flags, states, sizes):
        """vectors: the encoder's word vectors, kept as they are; numbers, flags, states: widths of those inputs."""
        super().__init__()
        self.register_buffer('vectors', vectors)
        self.cells = nn.EmbeddingBag(2**sizes.cell_bits, sizes.cell, mode='sum', padding_idx=0, sparse=True)
        nn.init.normal_(self.cells.weight, std=0.1)
        self.cells.weight.data[0] = 0
        self.form = vectors.shape[1] + sizes.cell + numbers
        self.flags = flags
        self.squeeze = nn.Linear(states, sizes.squeezed)
        self.lstm = BiLstm(self.form + flags + sizes.squeezed, sizes.hidden)
        self.out = nn.Linear(2 * sizes.hidden, TAGS)
        self.transitions = nn.Parameter(torch.zeros(TAGS + 1, TAGS))
        self.register_buffer('allowed', transitions_allowed())

    def drop(self, x, rate):
        """Hides the same units in all words of a sentence (Gal & Ghahramani 2016)."""
        if not self.training:
            return x
        return x * torch.bernoulli(x.new_full((x.shape[0], 1, x.shape[2]), 1 - rate)) / (1 - rate)

    def emissions(self, batch):
        """B x T x TAGS."""
        size, steps = batch.there.shape
        words, cells, flags = batch.words, batch.cells, batch.flags
        if self.training:
            words = words * (torch.rand(size, steps) > 0.1)
            cells = cells * (torch.rand(cells.shape) > 0.1) * (torch.rand(size, steps, 1) > 0.05)
            flags = flags * (torch.rand(size, steps, 1) > 0.1)
        squeezed = nn.functional.hardtanh(self.squeeze(self.drop(batch.states, 0.4)))
        x = torch.cat(
            [
                self.drop(self.vectors[words], 0.3),
                self.drop(self.cells(cells.view(size * steps, -1)).view(size, steps, -1), 0.3),
                batch.numbers,
                flags,
                self.drop(squeezed, 0.2),
            ],
            -1,
        )
        return self.out(self.drop(self.lstm(x, mirrored(batch.lengths, steps)), 0.4))

    def loss(self, batch):
        """Negative log-likelihood of the tags, a word."""
        scores = self.emissions(batch)
        moves = self.transitions + self.allowed
        tags, there = batch.tags, batch.there
        gold = scores.gather(2, tags.unsqueeze(2)).squeeze(2)
        total = moves[TAGS] + scores[:, 0]
        right = moves[TAGS][tags[:, 0]] + gold[:, 0]
        for t in range(1, tags.shape[1]):
            here = there[:, t]
            total = torch.where(
                here.unsqueeze(1), torch.logsumexp(total.unsqueeze(2) + moves[:TAGS], 1) + scores[:, t], total
            )
            right = right + here * (moves[tags[:, t - 1], tags[:, t]] + gold[:, t])
        return (torch.logsumexp(total, 1) - right).sum() / there.sum()


@torch.no_grad()
def best_tags(networks, batch):
    """The likeliest tags of each sentence by the mean of the networks' scores (Viterbi), and how sure they are of each sentence:
    the mean log-probability that it has."""
    scores = torch.stack([network.emissions(batch) for network in networks]).mean(0)
    moves = torch.stack([network.transitions + network.allowed for network in networks]).mean(0)
    best = total = moves[TAGS] + scores[:, 0]
    ends, sums, back = [best], [total], []
    for t in range(1, scores.shape[1]):
        best, before = (best.unsqueeze(2) + moves[:TAGS]).max(1)
        best = best + scores[:, t]
        total = torch.logsumexp(total.unsqueeze(2) + moves[:TAGS], 1) + scores[:, t]
        back.append(before)
        ends.append(best)
        sums.append(total)
    out, sure = [], []
    for i, length in enumerate(batch.lengths.tolist()):
        tag = int(ends[length - 1][i].argmax())
        sure.append(float(ends[length - 1][i, tag] - torch.logsumexp(sums[length - 1][i], 0)))
        path = [tag]
        for t in range(length - 2, -1, -1):
            tag = int(back[t][i, tag])
            path.append(tag)
        out.append(path[::-1])
    return out, sure


def tensors(network):
    """Weights by the names under which `train/names/pack.ts` packs them."""
    form, flags = network.form, network.form + network.flags
    with torch.no_grad():
        return {
            'cells': network.cells.weight,
            'squeeze': network.squeeze.weight,
            'squeezeBias': network.squeeze.bias,
            'form': network.lstm.input[:, :form],
            'flags': network.lstm.input[:, form:flags].t(),
            'states': network.lstm.input[:, flags:],
            'bias': network.lstm.bias,
            'forward': network.lstm.recurrent[0].t(),
            'backward': network.lstm.recurrent[1].t(),
            'out': network.out.weight,
            'outBias': network.out.bias,
            'transitions': network.transitions + network.allowed,
        }
