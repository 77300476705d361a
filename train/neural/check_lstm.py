"""Compares `lstm.py` with torch's own LSTM, states and gradients, in double precision; fails where they differ."""
import torch
from torch import nn

from lstm import BiLstm, mirrored

INPUTS, HIDDEN, STEPS = 6, 8, 5


def main():
    torch.manual_seed(0)
    torch.set_default_dtype(torch.float64)
    ours = BiLstm(INPUTS, HIDDEN)
    theirs = nn.LSTM(INPUTS, HIDDEN, batch_first=True, bidirectional=True)
    with torch.no_grad():
        for direction, suffix in enumerate(('', '_reverse')):
            rows = slice(4 * HIDDEN * direction, 4 * HIDDEN * (direction + 1))
            getattr(theirs, f'weight_ih_l0{suffix}').copy_(ours.input[rows])
            getattr(theirs, f'weight_hh_l0{suffix}').copy_(ours.recurrent[direction].t())
            getattr(theirs, f'bias_ih_l0{suffix}').copy_(ours.bias[rows])
            getattr(theirs, f'bias_hh_l0{suffix}').zero_()
    lengths = torch.tensor([5, 3, 4, 1])
    x = torch.randn(len(lengths), STEPS, INPUTS, requires_grad=True)
    there = (torch.arange(STEPS) < lengths.unsqueeze(1)).unsqueeze(-1)
    weights = torch.randn(len(lengths), STEPS, 2 * HIDDEN) * there
    mine = ours(x, mirrored(lengths, STEPS))
    packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
    other, _ = nn.utils.rnn.pad_packed_sequence(theirs(packed)[0], batch_first=True)
    close('states', mine * there, other)
    my_x, my_input, my_recurrent = torch.autograd.grad((mine * weights).sum(), [x, ours.input, ours.recurrent])
    other_x, other_input, other_recurrent = torch.autograd.grad(
        (other * weights).sum(), [x, theirs.weight_ih_l0, theirs.weight_hh_l0]
    )
    close('gradient of the input', my_x, other_x)
    close('gradient of the input weights', my_input[: 4 * HIDDEN], other_input)
    close('gradient of the recurrent weights', my_recurrent[0].t(), other_recurrent)


def close(what, one, other):
    if not torch.allclose(one, other, atol=1e-10):
        raise SystemExit(f'{what}: differ by up to {(one - other).abs().max().item()}')


if __name__ == '__main__':
    main()
