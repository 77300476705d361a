"""`fixture.py FOLDER`: a tiny network with made-up weights and what it says of made-up sentences, for the test that
TypeScript computes the same. Weights are multiples of 1/64 whose largest of a row is 127/64: int8 holds them exactly."""
import json
import sys
from types import SimpleNamespace

import torch

from corpus import Corpus, make_batch
from network import Network, tensors
from train import write

SIZES = SimpleNamespace(word=8, cell=8, source=4, hidden=8, arc=8, relation=8)


def main(folder):
    torch.manual_seed(3)
    corpus = Corpus(folder)
    network = Network(corpus.meta, torch.zeros(corpus.meta['words'] + 1, SIZES.word), SIZES).eval()
    with torch.no_grad():
        for weights in network.parameters():
            weights.copy_((torch.randn(weights.shape) * 24).round().clamp(-126, 126) / 64)
            if weights.dim() > 1:
                weights[..., 0] = 127 / 64
        # these are packed the other way round
        network.first.recurrent[:, 0] = network.second.recurrent[:, 0] = network.arc_weights[0] = 127 / 64
        batch = make_batch(corpus, corpus.sentences)
        states, arcs, dependent, head = network.score(batch)
        heads = arcs.argmax(-1)
        expected = [
            {
                'upos': network.upos(states[i, :n]).tolist(),
                'arcs': arcs[i, :n, : n + 1].tolist(),
            }
            for i, n in enumerate(batch.lengths.tolist())
        ]
    write(network, f'{folder}/network')
    with open(f'{folder}/expected.json', 'w', encoding='utf8') as file:
        json.dump(expected, file)


if __name__ == '__main__':
    main(sys.argv[1])
