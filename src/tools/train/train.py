"""Trains the tagger on what `npm run train` has written into a folder, and writes its weights there.

    OMP_NUM_THREADS=1 python3 train.py FOLDER [--units 128] [--epochs 5] [--full] ...

Needs python3-torch and python3-numpy, and is quick only with libopenblas0. After every epoch a checkpoint is kept, from
which the next start goes on.
"""
import argparse
import json
import os
import random
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional

ENTITIES, TOPONYMS = 9, 3
END_HASHES, SHAPE_HASHES = 4096, 256
VECTOR, END, SHAPE = 100, 16, 12
HALVED = {"btc": 0.5, "wnut": 0.6}  # tweets and forums: not how reports are written

parser = argparse.ArgumentParser()
parser.add_argument("folder")
parser.add_argument("--name", default="model")
parser.add_argument("--units", type=int, default=128)
parser.add_argument("--pieces", type=int, default=25)
parser.add_argument("--epochs", type=int, default=5)
parser.add_argument("--rate", type=float, default=2.5e-3)
parser.add_argument("--tokens", type=int, default=1800, help="of a batch")
parser.add_argument("--smoothing", type=float, default=0.0)
parser.add_argument("--average", type=float, default=0.999, help="decay of the moving average of the weights; 0 for none")
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--without", default="", help="sources to leave out, with commas")
parser.add_argument("--part", type=float, default=1.0, help="share of the sentences, for trials")
parser.add_argument("--full", action="store_true", help="the held-out documents too")
args = parser.parse_args()

torch.set_num_threads(1)
random.seed(args.seed)
np.random.seed(args.seed)
torch.manual_seed(args.seed)


def read(name, kind, columns=None):
    data = np.fromfile(os.path.join(args.folder, name), kind)
    return data if columns is None else data.reshape(-1, columns)


meta = json.load(open(os.path.join(args.folder, "examples.json")))
FEATURES = meta["features"]
inputs = read("inputs.i32", np.int32, 5)  # word, suffix, prefix, shape, features
masks = read("entities.u16", np.uint16)
toponyms = read("toponyms.i8", np.int8)
sentences = read("sentences.i32", np.int32, 4)  # from, to, source, whether held out
vectors = read("vectors.f32", np.float32, VECTOR)
ranks = read("ranks.i32", np.int32)


def quantised_vectors():
    """Product quantisation (Jegou, Douze and Schmid 2011): k-means of each piece, frequent words weigh more."""
    path = os.path.join(args.folder, f"codes-{len(vectors)}-{args.pieces}.npz")
    if os.path.exists(path):
        found = np.load(path)
        return found["codes"], found["books"]
    standard = (vectors - vectors.mean(0)) / vectors.std(0)
    weights = 1 / np.sqrt(ranks + 20.0)
    length = VECTOR // args.pieces
    codes = np.zeros((len(vectors), args.pieces), np.uint8)
    books = np.zeros((args.pieces, 256, length), np.float32)
    choice = np.random.default_rng(0)
    for piece in range(args.pieces):
        points = standard[:, piece * length:(piece + 1) * length]
        centres = points[choice.choice(len(points), 256, False, weights / weights.sum())].copy()
        for _ in range(25):
            nearest = (points @ centres.T - (centres ** 2).sum(1) / 2).argmax(1)
            total = np.bincount(nearest, weights, 256)
            for axis in range(length):
                mean = np.bincount(nearest, weights * points[:, axis], 256) / np.maximum(total, 1e-9)
                centres[:, axis] = np.where(total > 0, mean, centres[:, axis])
        codes[:, piece] = (points @ centres.T - (centres ** 2).sum(1) / 2).argmax(1)
        books[piece] = centres
    np.savez(path, codes=codes, books=books)
    return codes, books


codes, books = quantised_vectors()
quantised = np.concatenate([books[piece][codes[:, piece]] for piece in range(args.pieces)], 1)
table = np.concatenate([np.zeros((2, VECTOR), np.float32), quantised])


class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.words = nn.Embedding.from_pretrained(torch.tensor(table), freeze=True)
        self.unknown = nn.Parameter(torch.zeros(2, VECTOR))  # with digits, without
        self.suffixes = nn.Embedding(END_HASHES, END)
        self.prefixes = nn.Embedding(END_HASHES, END)
        self.shapes = nn.Embedding(SHAPE_HASHES, SHAPE)
        for embedding in (self.suffixes, self.prefixes, self.shapes):
            nn.init.normal_(embedding.weight, 0, 0.1)
        width = VECTOR + 2 * END + SHAPE + FEATURES
        self.forwards = nn.LSTM(width, args.units, batch_first=True)
        self.backwards = nn.LSTM(width, args.units, batch_first=True)
        self.output = nn.Linear(2 * args.units, ENTITIES + TOPONYMS)
        self.drop_input = nn.Dropout(0.35)
        self.drop_output = nn.Dropout(0.4)

    def forward(self, data, features, lengths):
        rows = data[..., 0]
        words = self.words(rows)
        words = words + self.unknown[rows.clamp(max=1)] * (rows < 2)[..., None].float()
        if self.training:
            # A word may be one that has no vector, and a name one that no gazetteer has.
            dropped = (torch.rand(rows.shape) < 0.06)[..., None].float()
            words = words * (1 - dropped) + self.unknown[1] * dropped
            features = features * (torch.rand(rows.shape) > 0.08)[..., None].float()
        drop = self.drop_input
        x = torch.cat([drop(words), drop(self.suffixes(data[..., 1])), drop(self.prefixes(data[..., 2])),
                       drop(self.shapes(data[..., 3])), features], -1)
        steps = torch.arange(x.shape[1])[None]
        backwards = torch.where(steps < lengths[:, None], lengths[:, None] - 1 - steps, steps)[..., None]
        turned = lambda y: torch.gather(y, 1, backwards.expand(-1, -1, y.shape[2]))
        states = torch.cat([self.forwards(x)[0], turned(self.backwards(turned(x))[0])], -1)
        return self.output(self.drop_output(states))


def batches(chosen, tokens, shuffled=True):
    """Sentences of like length together; about as many tokens in each batch."""
    order = list(chosen)
    if shuffled:
        random.shuffle(order)
    length = lambda index: sentences[index, 1] - sentences[index, 0]
    result = []
    for start in range(0, len(order), 3000):
        chunk = sorted(order[start:start + 3000], key=length)
        at = 0
        while at < len(chunk):
            count = max(1, tokens // max(1, length(chunk[min(at + 40, len(chunk) - 1)])))
            result.append(chunk[at:at + count])
            at += count
    if shuffled:
        random.shuffle(result)
    return result


BITS = np.arange(FEATURES)
LABELS = np.arange(ENTITIES)


def collate(chosen):
    lengths = [int(sentences[index, 1] - sentences[index, 0]) for index in chosen]
    shape = (len(chosen), max(lengths))
    data = np.zeros(shape + (4,), np.int64)
    features = np.zeros(shape + (FEATURES,), np.float32)
    allowed = np.zeros(shape + (ENTITIES,), bool)
    gold = np.full(shape, -1, np.int64)
    for row, (index, length) in enumerate(zip(chosen, lengths)):
        part = slice(sentences[index, 0], sentences[index, 1])
        data[row, :length] = inputs[part, :4]
        features[row, :length] = inputs[part, 4:5] >> BITS & 1
        allowed[row, :length] = masks[part, None] >> LABELS & 1
        gold[row, :length] = toponyms[part]
    return (torch.tensor(data), torch.tensor(features), torch.tensor(allowed), torch.tensor(gold),
            torch.tensor(lengths))


def spans(labels):
    """Of 0 (outside), 1 (first) and 2 (another)."""
    found, start = set(), None
    for index, label in enumerate(list(labels) + [0]):
        if start is not None and label != 2:
            found.add((start, index))
            start = None
        if label == 1 or (label == 2 and start is None):
            start = index
    return found


def measure(model, chosen):
    """Strict F1 of toponyms, by source: a quick look; `npm run train` measures with all rules afterwards."""
    model.eval()
    counts = {}
    with torch.no_grad():
        for batch in batches(chosen, 4000, False):
            data, features, _, _, lengths = collate(batch)
            labels = model(data, features, lengths)[..., ENTITIES:].argmax(-1).numpy()
            for row, index in enumerate(batch):
                gold = toponyms[sentences[index, 0]:sentences[index, 1]]
                source = meta["sources"][sentences[index, 2]]
                right = spans(np.maximum(gold, 0))
                guess = {span for span in spans(labels[row, :len(gold)]) if gold[span[0]] != -1}
                count = counts.setdefault(source, [0, 0, 0])
                for place, size in enumerate((len(right & guess), len(guess), len(right))):
                    count[place] += size
    total = [sum(column) for column in zip(*counts.values())]
    f1 = lambda count: round(2 * count[0] / max(1, count[1] + count[2]), 4)
    return {"all": f1(total), **{source: f1(count) for source, count in sorted(counts.items())}}


def integers(matrix):
    scale = np.abs(matrix).max(1) / 127
    return (np.clip(np.round(matrix / np.maximum(scale, 1e-12)[:, None]), -127, 127).astype(np.int8),
            scale.astype(np.float32))


def export(model):
    """Writes the weights as integers with a scale for each row, and what they give for some sentences."""
    parts = {"codes": codes}
    words = VECTOR + 2 * END + SHAPE

    def put(name, matrix):
        """Leaves in the model what the integers stand for."""
        values, scale = integers(matrix.detach().numpy())
        parts[name], parts[name + ".scale"] = values, scale
        matrix.data.copy_(torch.tensor(values.astype(np.float32) * scale[:, None]))

    with torch.no_grad():
        flat = torch.tensor(books.reshape(-1, books.shape[2]))
        put("books", flat)
        again = flat.numpy().reshape(books.shape)
        model.words.weight.data[2:] = torch.tensor(
            np.concatenate([again[piece][codes[:, piece]] for piece in range(args.pieces)], 1))
        parts["unknown"] = model.unknown.numpy()
        for name in ("suffixes", "prefixes", "shapes"):
            put(name, getattr(model, name).weight)
        for direction, lstm in (("forward", model.forwards), ("backward", model.backwards)):
            put(direction + ".input", lstm.weight_ih_l0[:, :words])
            put(direction + ".features", lstm.weight_ih_l0[:, words:].T)
            put(direction + ".state", lstm.weight_hh_l0)
            parts[direction + ".bias"] = (lstm.bias_ih_l0 + lstm.bias_hh_l0).numpy()
        parts["output"], parts["output.bias"] = model.output.weight.numpy(), model.output.bias.numpy()
    head, offset = {}, 0
    with open(os.path.join(args.folder, f"{args.name}.weights"), "wb") as file:
        for name, part in parts.items():
            data = np.ascontiguousarray(part)
            head[name] = [str(data.dtype), offset, data.size]
            offset += file.write(data.tobytes())
    model.eval()
    probabilities = []
    with torch.no_grad():
        for index in range(meta["checked"]):
            data, features, _, _, lengths = collate([index])
            scores = model(data, features, lengths)[0]
            probabilities.append(torch.cat([scores[:, :ENTITIES].softmax(-1), scores[:, ENTITIES:].softmax(-1)], 1))
    torch.cat(probabilities).numpy().tofile(os.path.join(args.folder, f"{args.name}.check.f32"))
    shape = {"words": len(vectors), "vector": VECTOR, "pieces": args.pieces, "end": END, "shape": SHAPE,
             "features": FEATURES, "units": args.units}
    json.dump({"shape": shape, "parts": head, "arguments": vars(args)},
              open(os.path.join(args.folder, f"{args.name}.json"), "w"))


left_out = {meta["sources"].index(source) for source in args.without.split(",") if source}
held_out = [index for index in range(len(sentences)) if sentences[index, 3]]
chosen = [index for index in range(len(sentences))
          if sentences[index, 2] not in left_out and (args.full or not sentences[index, 3])]
if args.part < 1:
    chosen = random.sample(chosen, int(len(chosen) * args.part))
weight = np.array([HALVED.get(source, 1.0) for source in meta["sources"]], np.float32)[sentences[:, 2]]

model = Tagger()
averaged = Tagger() if args.average else model
averaged.load_state_dict(model.state_dict())
trained = [value for value in model.parameters() if value.requires_grad]
optimiser = torch.optim.Adam(trained, lr=args.rate)
steps = len(batches(chosen, args.tokens)) * args.epochs
step = first = 0
checkpoint = os.path.join(args.folder, f"{args.name}.checkpoint")
if os.path.exists(checkpoint):
    kept = torch.load(checkpoint)
    if kept["arguments"] == vars(args):
        model.load_state_dict(kept["model"])
        averaged.load_state_dict(kept["averaged"])
        optimiser.load_state_dict(kept["optimiser"])
        first, step = kept["epoch"] + 1, kept["step"]
        random.seed(args.seed + first)
        torch.manual_seed(args.seed + first)
print(f"{len(chosen)} sentences, {steps} steps, from epoch {first}", flush=True)

started = time.time()
for epoch in range(first, args.epochs):
    model.train()
    losses = []
    for batch in batches(chosen, args.tokens):
        data, features, allowed, gold, lengths = collate(batch)
        for group in optimiser.param_groups:
            group["lr"] = args.rate * max(0.02, 1 - step / steps)
        scores = model(data, features, lengths)
        real = torch.arange(scores.shape[1])[None] < lengths[:, None]
        importance = torch.tensor(weight[batch])[:, None]
        logs = functional.log_softmax(scores[..., :ENTITIES], -1)
        entity = -torch.logsumexp(logs.masked_fill(~allowed, -1e4), -1)
        toponym = functional.cross_entropy(scores[..., ENTITIES:].reshape(-1, TOPONYMS), gold.reshape(-1),
                                           ignore_index=-1, reduction="none", label_smoothing=args.smoothing)
        loss = (entity * real * importance).sum() + 1.5 * (toponym.view(real.shape) * importance).sum()
        loss = loss / real.sum()
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(trained, 5.0)
        optimiser.step()
        if args.average:
            with torch.no_grad():
                decay = min(args.average, (1 + step) / (10 + step))
                for mean, value in zip(averaged.parameters(), model.parameters()):
                    if value.requires_grad:
                        mean.lerp_(value, 1 - decay)
        losses.append(loss.item())
        step += 1
        if step % 100 == 0:
            print(f"epoch {epoch} step {step} loss {np.mean(losses[-100:]):.4f} {time.time() - started:.0f}s", flush=True)
    torch.save({"arguments": vars(args), "model": model.state_dict(), "averaged": averaged.state_dict(),
                "optimiser": optimiser.state_dict(), "epoch": epoch, "step": step}, checkpoint + ".new")
    os.replace(checkpoint + ".new", checkpoint)
    print(f"epoch {epoch} loss {np.mean(losses):.4f} {time.time() - started:.0f}s", measure(model, held_out),
          "averaged", measure(averaged, held_out) if args.average else "", flush=True)
export(averaged)
