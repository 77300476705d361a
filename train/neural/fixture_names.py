"""`fixture_names.py FOLDER`: a tiny recogniser of names with made-up weights and what it says of the sentences in `gold`, for the test
that TypeScript computes the same. Weights are multiples of 1/64 whose largest of a row is 127/64: int8 holds them exactly."""
import json
import sys
from types import SimpleNamespace

import numpy
import torch

from names import Names, best_tags, tensors
from train import write_tensors
from train_names import Sentences, make_batch


def main(folder):
    torch.manual_seed(5)
    with open(f'{folder}/meta.json', encoding='utf8') as file:
        meta = json.load(file)
    vectors = torch.from_numpy(numpy.fromfile(f'{folder}/vectors.bin', dtype='<f4').reshape(-1, meta['vector']))
    sizes = SimpleNamespace(cell=8, squeezed=8, hidden=8, cell_bits=meta['cellBits'])
    network = Names(vectors, meta['numbers'], meta['flags'], meta['states'], sizes).eval()
    with torch.no_grad():
        for weights in network.parameters():
            weights.copy_((torch.randn(weights.shape) * 24).round().clamp(-126, 126) / 64)
        states = network.form + network.flags
        # each of these is packed as a matrix of its own, the recurrent ones the other way round
        half = meta['states'] // 2
        network.squeeze.weight[:, 0] = network.squeeze.weight[:, half] = 127 / 64
        network.lstm.input[:, states] = 127 / 64
        network.cells.weight[:, 0] = network.lstm.input[:, 0] = network.out.weight[:, 0] = 127 / 64
        network.lstm.recurrent[:, 0] = 127 / 64
        batch = make_batch(Sentences(folder, 'gold', meta).all)
        scores = network.emissions(batch)
        tags, _ = best_tags([network], batch)
    write_tensors(tensors(network), f'{folder}/names')
    expected = [
        {'scores': scores[i, :n].tolist(), 'tags': tags[i]} for i, n in enumerate(batch.lengths.tolist())
    ]
    with open(f'{folder}/expected.json', 'w', encoding='utf8') as file:
        json.dump(expected, file)


if __name__ == '__main__':
    main(sys.argv[1])
