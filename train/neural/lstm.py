"""A bidirectional LSTM layer whose two directions share one loop. torch's own layer takes three times as long on packed
sentences: the gradient of its input is put together anew at each step."""
import torch
from torch import nn


class Recurrence(torch.autograd.Function):
    """gates: T x 2 x B x 4H, what the input gives to them (input, forget, candidate, output); weights: 2 x H x 4H.
    Returns the hidden states, T x 2 x B x H."""

    @staticmethod
    def forward(ctx, gates, weights):
        steps, directions, batch, wide = gates.shape
        h = wide // 4
        acts = torch.empty_like(gates)
        cells, tanhs, states = (gates.new_empty(steps, directions, batch, h) for _ in range(3))
        state = gates.new_zeros(directions, batch, h)
        cell = gates.new_zeros(directions, batch, h)
        for t in range(steps):
            act = acts[t]
            torch.baddbmm(gates[t], state, weights, out=act)
            act[..., : 2 * h].sigmoid_()
            act[..., 2 * h : 3 * h].tanh_()
            act[..., 3 * h :].sigmoid_()
            cell = torch.mul(act[..., h : 2 * h], cell, out=cells[t])
            cell.addcmul_(act[..., :h], act[..., 2 * h : 3 * h])
            state = torch.mul(act[..., 3 * h :], torch.tanh(cell, out=tanhs[t]), out=states[t])
        ctx.save_for_backward(acts, cells, tanhs, states, weights)
        return states

    @staticmethod
    def backward(ctx, grad):
        acts, cells, tanhs, states, weights = ctx.saved_tensors
        steps, directions, batch, wide = acts.shape
        h = wide // 4
        i, f, g, o = acts.split(h, dim=-1)
        # what the gradient of the cell (for input, forget, candidate) or of the state (for output) is multiplied with
        local = torch.empty_like(acts)
        local[..., :h] = g * i * (1 - i)
        local[0, ..., h : 2 * h] = 0
        local[1:, ..., h : 2 * h] = cells[:-1] * f[1:] * (1 - f[1:])
        local[..., 2 * h : 3 * h] = i * (1 - g * g)
        local[..., 3 * h :] = tanhs * o * (1 - o)
        through = o * (1 - tanhs * tanhs)
        d_gates = torch.empty_like(acts)
        back = weights.transpose(1, 2).contiguous()
        d_state = grad[steps - 1]
        d_cell = torch.zeros_like(d_state)
        four = (directions, batch, 4, h)
        for t in range(steps - 1, -1, -1):
            d_cell.addcmul_(d_state, through[t])
            here = d_gates[t]
            torch.mul(local[t].view(four)[:, :, :3], d_cell.unsqueeze(2), out=here.view(four)[:, :, :3])
            torch.mul(local[t, ..., 3 * h :], d_state, out=here[..., 3 * h :])
            if t > 0:
                d_cell.mul_(f[t])
                d_state = torch.baddbmm(grad[t - 1], here, back)
        d_weights = torch.zeros_like(weights)
        for d in range(directions):
            d_weights[d] = states[:-1, d].reshape(-1, h).t() @ d_gates[1:, d].reshape(-1, wide)
        return d_gates, d_weights


class BiLstm(nn.Module):
    """Takes padded batches; backwards it runs over each sentence turned round within its own length."""

    def __init__(self, inputs, hidden):
        super().__init__()
        self.hidden = hidden
        self.input = nn.Parameter(torch.empty(8 * hidden, inputs))
        self.bias = nn.Parameter(torch.zeros(8 * hidden))
        self.recurrent = nn.Parameter(torch.empty(2, hidden, 4 * hidden))
        nn.init.xavier_uniform_(self.input)
        for direction in range(2):
            # open forget gates
            self.bias.data[(4 * direction + 1) * hidden : (4 * direction + 2) * hidden] = 1
            for gate in range(4):
                nn.init.orthogonal_(self.recurrent.data[direction, :, gate * hidden : (gate + 1) * hidden])

    def forward(self, x, turn):
        """x: B x T x inputs; turn: B x T, each word's mirrored place. Returns B x T x 2H."""
        batch, steps, _ = x.shape
        h = self.hidden
        gates = torch.addmm(self.bias, x.reshape(batch * steps, -1), self.input.t()).view(batch, steps, 8 * h)
        backward = torch.gather(gates[..., 4 * h :], 1, turn.unsqueeze(-1).expand(-1, -1, 4 * h))
        both = torch.stack([gates[..., : 4 * h].transpose(0, 1), backward.transpose(0, 1)], 1)
        states = Recurrence.apply(both, self.recurrent)
        turned = torch.gather(states[:, 1].transpose(0, 1), 1, turn.unsqueeze(-1).expand(-1, -1, h))
        return torch.cat([states[:, 0].transpose(0, 1), turned], -1)


def mirrored(lengths, steps):
    """B x T: place `n - 1 - t` of a sentence of `n` words; padding stays where it is."""
    places = torch.arange(steps).unsqueeze(0)
    turned = lengths.unsqueeze(1) - 1 - places
    return torch.where(turned >= 0, turned, places)
