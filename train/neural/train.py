"""`train.py FOLDER`: trains the network on what `train/export.ts` wrote there, and writes `network.bin` and `network.json`.

Two networks are trained on the treebanks (in two processes), read raw text together, and a third learns from both."""
import argparse
import json
import os
import sys
import time
import warnings
from types import SimpleNamespace

os.environ.setdefault('OMP_NUM_THREADS', '1')
os.environ.setdefault('OPENBLAS_NUM_THREADS', '1')

import torch  # noqa: E402  (threads are counted when torch is loaded)

from corpus import Corpus  # noqa: E402
from learning import train  # noqa: E402
from network import SIZES, Network, tensors  # noqa: E402
from silver import raw_sentences, read_together  # noqa: E402
from vectors import word_vectors  # noqa: E402

TEACHER = SimpleNamespace(epochs=18, rounds=0, rate=2e-3, words=500)
STUDENT = SimpleNamespace(epochs=22, rounds=2, rate=2e-3, words=500)
SILVER_WORDS = 600_000


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('folder')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--teachers', type=int, default=2)
    parser.add_argument('--processes', type=int, default=2)
    parser.add_argument('--quick', action='store_true', help='tries all steps in a few minutes; the network is worth nothing')
    options = parser.parse_args()
    warnings.filterwarnings('ignore', message='Sparse CSR tensor support is in beta')
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    started = time.time()
    plans, silver_words = (TEACHER, STUDENT), SILVER_WORDS
    if options.quick:
        plans = [SimpleNamespace(**{**vars(plan), 'epochs': 1}) for plan in plans]
        silver_words = 10_000

    def log(line):
        print(f'{time.time() - started:6.0f} s  {line}', flush=True)

    corpus = Corpus(options.folder)
    vectors = word_vectors(corpus.raw_words(2), corpus.meta['words'] + 1, SIZES.word, options.seed)
    log('word vectors made')
    jobs = [(options.folder, vectors, plans[0], options.seed + k) for k in range(1, options.teachers + 1)]
    if options.processes > 1:
        with torch.multiprocessing.Pool(options.processes) as pool:
            states = pool.starmap(teacher, jobs)
    else:
        states = [teacher(*job) for job in jobs]
    torch.save(states, f'{options.folder}/teachers.pt')
    silver = []
    if states:
        teachers = [load(corpus, vectors, state) for state in states]
        silver = read_together(teachers, corpus, raw_sentences(corpus, silver_words, options.seed), plans[1].words)
        log(f'{len(silver)} batches of raw text read by {len(teachers)} networks')
    torch.manual_seed(options.seed)
    student = Network(corpus.meta, vectors)
    train(student, corpus, corpus.part('train'), plans[1], options.seed, log, silver)
    write(student, f'{options.folder}/network')
    log('written')


def teacher(folder, vectors, plan, seed):
    """Weights of a network trained on the treebanks alone."""
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    corpus = Corpus(folder)
    torch.manual_seed(seed)
    network = Network(corpus.meta, vectors)
    train(network, corpus, corpus.part('train'), plan, seed, lambda line: print(f'teacher {seed}: {line}', flush=True))
    # as numpy: torch would hand tensors over through shared memory, of which containers have little
    return {name: weight.numpy() for name, weight in network.state_dict().items()}


def load(corpus, vectors, state):
    network = Network(corpus.meta, vectors)
    network.load_state_dict({name: torch.from_numpy(weight) for name, weight in state.items()})
    return network.eval()


def write(network, path):
    write_tensors(tensors(network), path)


def write_tensors(weights, path):
    """float32, one tensor after another, and their shapes in the same order."""
    with open(f'{path}.bin', 'wb') as file:
        for weight in weights.values():
            file.write(weight.detach().contiguous().numpy().astype('<f4').tobytes())
    with open(f'{path}.json', 'w', encoding='utf8') as file:
        json.dump({name: list(weight.shape) for name, weight in weights.items()}, file)


if __name__ == '__main__':
    sys.exit(main())
