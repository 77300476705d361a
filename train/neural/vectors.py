"""Word vectors from raw text: positive pointwise mutual information with the words one and two places to either side,
reduced by a randomised singular value decomposition (Levy & Goldberg 2014; Halko et al. 2011)."""
import torch

CONTEXTS = 8000
"""Most frequent words that count as context; the edge of a sentence is one more."""
OFFSETS = (-2, -1, 1, 2)
SMOOTHING = 0.75
POWER_ROUNDS = 3


def word_vectors(words, size, dimensions, seed):
    """words: 1-D int64, rows of the vocabulary (0 unknown) with -1 between sentences. Returns size x dimensions, rows of unit
    length; row 0 is zero."""
    rows, columns, values = pmi(words, size)
    width = len(OFFSETS) * (CONTEXTS + 1)
    table = torch.sparse_coo_tensor(torch.stack([rows, columns]), values, (size, width)).coalesce()
    left, right = table.to_sparse_csr(), table.t().coalesce().to_sparse_csr()
    generator = torch.Generator().manual_seed(seed)
    basis = torch.randn(width, dimensions + 24, generator=generator)
    for _ in range(POWER_ROUNDS):
        outer, _ = torch.linalg.qr(left @ basis)
        image = right @ outer
        basis, _ = torch.linalg.qr(image)
    turn, strength, _ = torch.linalg.svd(image.t(), full_matrices=False)
    vectors = (outer @ turn)[:, :dimensions] * strength[:dimensions] ** 0.5
    vectors = vectors / vectors.norm(dim=1, keepdim=True).clamp(min=1e-6)
    vectors[0] = 0
    return vectors


def pmi(words, size):
    """Row, column and value of the cells above zero."""
    edge = torch.zeros_like(words)
    ignored = torch.full_like(words, -9)
    contexts = torch.where((words > 0) & (words <= CONTEXTS), words, torch.where(words == -1, edge, ignored))
    width = len(OFFSETS) * (CONTEXTS + 1)
    cells, counts = [], []
    for place, offset in enumerate(OFFSETS):
        here, there = (words[-offset:], contexts[:offset]) if offset < 0 else (words[:-offset], contexts[offset:])
        fit = (here > 0) & (there >= 0)
        if abs(offset) == 2:
            fit &= words[1:-1] != -1
        codes = here[fit] * width + place * (CONTEXTS + 1) + there[fit]
        cell, count = torch.unique(codes, return_counts=True)
        cells.append(cell)
        counts.append(count)
    cell, order = torch.cat(cells).sort()
    count = torch.cat(counts)[order].float()
    row, column = cell // width, cell % width
    of_row = torch.zeros(size).scatter_add_(0, row, count)
    of_column = torch.zeros(width).scatter_add_(0, column, count) ** SMOOTHING
    value = torch.log(count / of_row[row] / (of_column / of_column.sum())[column])
    kept = (value > 0) & (count > 1)
    return row[kept], column[kept], value[kept]
