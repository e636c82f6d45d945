#!/usr/bin/env python3
"""Checks a Muniment evidence bundle with the standard library alone: verify.py bundle.zip [--policy policy.txt]
Ends with 0 (verified), 1 (something is wrong: the first thing is named) or 2 (not used rightly).
The forms are those of ops/docs/evidence.md, of RFC 6962, 8032 and 8785, and of C2SP."""
import base64, hashlib, hmac, io, json, re, struct, sys, zipfile, zlib

def need(holds, otherwise):
    if not holds: raise ValueError(otherwise)
def sha(data): return hashlib.sha256(data).digest()
def b64(text): return need(base64.b64encode(raw := base64.b64decode(text)).decode() == text, "base64 misspelt") or raw
def once(pairs): return need(len(dict(pairs)) == len(pairs), f"something is there twice: {pairs}") or dict(pairs)
def load(text): return json.loads(text, object_pairs_hook=once, parse_constant=lambda it: need(False, "no JSON: " + it))
def texts(record, *names): return need(all(type(record[it]) is str for it in names), names) or [record[it] for it in names]

# Ed25519 (RFC 8032, section 5.1.4): a point is X, Y, Z, T with x = X/Z, y = Y/Z and xy = T/Z.
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
def plus(one, other):
    (x1, y1, z1, t1), (x2, y2, z2, t2) = one, other
    a, b, c, d = (y1 - x1) * (y2 - x2), (y1 + x1) * (y2 + x2), 2 * t1 * t2 * D, 2 * z1 * z2
    return (b - a) * (d - c) % P, (d + c) * (b + a) % P, (d - c) * (d + c) % P, (b - a) * (b + a) % P
def times(number, point):
    rest = times(number // 2, plus(point, point)) if number else (0, 1, 1, 0)
    return plus(rest, point) if number % 2 else rest
def point(encoded):
    y, odd = int.from_bytes(encoded, "little") % 2**255, encoded[31] >> 7
    x = pow(square := (y * y - 1) * pow(D * y * y + 1, -1, P) % P, (P + 3) // 8, P)
    if (x * x - square) % P: x = x * pow(2, (P - 1) // 4, P) % P
    need(y < P and (x * x - square) % P == 0 and (x or not odd), "a signature or key is no point of the curve")
    return (x, y, 1, x * y % P) if x % 2 == odd else (-x % P, y, 1, -x * y % P)
BASE = point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))
def require_signature(key, message, signature, name):
    s = int.from_bytes(signature[32:], "little")
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    (x1, y1, z1, _), (x2, y2, z2, _) = times(s, BASE), plus(point(signature[:32]), times(k, point(key)))
    need(s < L and 64 == len(signature) and (x1 * z2 - x2 * z1) % P == (y1 * z2 - y2 * z1) % P == 0, f"{name} did not sign")
LOG, WITNESS = 1, 4
def key(text, use):  # name, id, use and bytes (C2SP signed-note)
    name, number, encoded = text.split("+", 2)
    raw, named = b64(encoded), f"{name}\n".encode()
    need(name and raw[0] == use and len(raw) == 33 and sha(named + raw)[:4].hex() == number, "no key for this use: " + text)
    return name, bytes.fromhex(number), use, raw[1:]
def signers(note, keys):  # the text, how many signed it, and which of the keys did
    body, _, last = note.decode().rpartition("\n\n")
    lines, found = [re.fullmatch("\u2014 ([^ +]+) ([^ ]+)", it) for it in last[:-1].split("\n")], set()
    need(last.endswith("\n") and all(lines) and not re.search("[\0-\x09\x0b-\x1f]", body + last), "no signed note")
    for name, raw in [(line[1], b64(line[2])) for line in lines]:
        for known in [it for it in keys if it[:2] == (name, raw[:4])]:
            seen = f"cosignature/v1\ntime {int.from_bytes(raw[4:12], 'big')}\n" if known[2] == WITNESS else ""
            require_signature(known[3], f"{seen}{body}\n".encode(), raw[12 if seen else 4:], name)
            found.add(known)
    return body + "\n", len(lines), found
def policy(file):  # the logs' keys, all keys, and whether those who signed are enough (C2SP tlog-policy)
    need(file.endswith(b"\n") and not re.search(rb"[\0-\x08\x0b-\x1f\x7f]", file), "the policy is no text of lines")
    logs, witnesses, rules, quorum, used = [], [], {"none": lambda by: True}, [], [("name", "none"), ("in", "none")]
    for line in file.decode().split("\n"):
        word, *rest = re.findall("[^ \t]+", line) or "#"
        if word == "log" and len(rest) in (1, 2): logs.append(key(rest[0], LOG))
        elif word == "witness" and len(rest) in (2, 3):
            witnesses.append(key(rest[1], WITNESS)), used.append(("name", rest[0]))
            rules[rest[0]] = lambda by, witness=witnesses[-1]: witness in by
        elif word == "group" and len(rest) > 2 and set(rest[2:]) <= set(rules):
            least = {"all": str(len(rest) - 2), "any": "1"}.get(rest[1], rest[1])
            need(re.fullmatch("[1-9][0-9]*", least) and int(least) <= len(rest) - 2, "no such group: " + line)
            used += [("name", rest[0]), *(("in", member) for member in rest[2:])]
            rules[rest[0]] = lambda by, least=int(least), of=rest[2:]: sum(rules[it](by) for it in of) >= least
        elif word == "quorum" and len(rest) == 1 and rest[0] in rules: quorum.append(rules[rest[0]])
        else: need(word[0] == "#", "no line of a policy: " + line)
    need(len(quorum) == 1 and once([(it, 0) for it in used + [it[2:] for it in logs + witnesses]]), "no one quorum")
    return logs, logs + witnesses, quorum[0]

def packed(files):  # the one zip that these files make: the manifest first, nothing compressed, nothing besides
    entries, central, size = [], [], 0
    for name, file in sorted(files.items(), key=lambda it: (it[0] != "manifest", it[0])):
        both = struct.pack("<5H3I2H", 10, 0, 0, 0, 33, zlib.crc32(file), len(file), len(file), len(name), 0)
        central.append(b"PK\1\2\x0a\0" + both + struct.pack("<3H2I", 0, 0, 0, 0, size) + name.encode())
        entries.append(b"PK\3\4" + both + name.encode() + file)
        size += len(entries[-1])
    end = struct.pack("<2H2IH", len(files), len(files), sum(map(len, central)), size, 0)
    return b"".join(entries + central) + b"PK\5\6\0\0\0\0" + end
def root_of(leaf, index, size, path):  # by the definition of an audit path: RFC 6962, section 2.1.1
    if size == 1 or not path: return need(size == 1 and not path, "a proof is not of its length") or leaf
    half = 1 << (size - 1).bit_length() - 1
    if index < half: return sha(b"\1" + root_of(leaf, index, half, path[:-1]) + path[-1])
    return sha(b"\1" + path[-1] + root_of(leaf, index - half, size - half, path[:-1]))
def framed(it):  # a digest as it is, a number as 8 bytes, a text after its length
    if isinstance(it, (bytes, int)): return it if isinstance(it, bytes) else struct.pack(">Q", it)
    return struct.pack(">I", len(it.encode())) + it.encode()
def event_at(position, files, origin, size, root):
    event, head = load(files[f"events/{position}.json"].decode()), files[f"events/{position}.tlog-proof"].partition(b"\n\n")
    canonical = json.dumps(event, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    need(canonical == files[f"events/{position}.json"] and len(event) == 10 and event["position"] == position
         and type(event["sequence"]) is type(event["position"]) is int, f"event {position} is not canonical")
    before, after = texts(event, "eventId", "stream"), texts(event, "noun", "recordedAt", "type", "revision")
    digests = [sha(it.encode()) for it in texts(event, "payload", "metadata")]
    entry = "muniment-leaf/v1", origin, event["position"], *before, event["sequence"], *after, *digests
    leaf, (form, index, *path) = sha(b"\0" + b"".join(map(framed, entry))), head[0].decode().split("\n")
    need(head[2] == files["checkpoint"] and (form, index) == ("c2sp.org/tlog-proof@v1", f"index {position - 1}")
         and position <= size and root_of(leaf, position - 1, size, list(map(b64, path))) == root, f"no proof of {position}")
    return event | {"payload": load(event["payload"]), "by": texts(load(event["metadata"]), "by")[0]}

SAYS = {"snapshot.quarter-frozen": [], "snapshot.freeze-confirmed": [], "snapshot.published": ["meeting", "sha256"],
        "snapshot.superseded": ["by", "reason"], "person.named": [], "person.erased": ["legalBasis"],
        "person.erasure-proposed": ["legalBasis"]}
def snapshot(events, name, files):  # the files that it needs, where they agree with its events
    pack, content, digest = events[0]["payload"]["pack"], files["content.json"], sha(files["content.json"]).hex()
    need([it["type"] == "snapshot.quarter-frozen" for it in events] == [True] + [False] * (len(events) - 1)
         and texts(pack, "content", "sha256", "quarter", "asAt")[:2] == [content.decode(), digest]
         and type(pack["position"]) is int and 0 < pack["position"] < events[0]["position"], "this was not frozen")
    need(type(pack["overrides"]) is list and all(texts(it, "finding", "reason") for it in pack["overrides"])
         and all(it["payload"].get("sha256", digest) == digest for it in events[1:]), "another content was published")
    return {"content.json", "report.csv", "report.html", "report.pdf"}
def person(events, name, files):  # likewise
    force = {}
    for kind, payload in [(it["type"], it["payload"]) for it in events if it["type"] in ("person.named", "person.erased")]:
        force = {} if kind == "person.erased" else once([texts(it, "field", "commitment") for it in payload["commitments"]])
    openings = [texts(it, "field", "key", "text") for it in load(files["openings.json"])] if force else []
    sealed = [(b64(key), b"".join(map(framed, ("muniment-commitment/v1", name, it, text)))) for it, key, text in openings]
    opened = [(it[0], hmac.digest(*key_and_message, "sha256").hex()) for it, key_and_message in zip(openings, sealed)]
    need(once(opened) == force and all(len(it[0]) == 32 for it in sealed), "openings.json does not open the commitments")
    return {"openings.json"} if force else set()
def check(raw, given=None):  # gives the lines that say what was found
    opened = zipfile.ZipFile(io.BytesIO(raw))
    files = {it.filename: opened.read(it) for it in opened.infolist() if it.compress_type == 0}
    need(packed(files) == raw, "the zip is not the one that its files make")
    text = signers(files["manifest"], ())[0]
    origin, kind, name = re.match("muniment-evidence/v1\norigin ([^ \n]+)\nabout (snapshot|person) (.+)\n", text).groups()
    listed = "".join(f"file {sha(files[it]).hex()} {it}\n" for it in sorted(files) if it != "manifest")
    need(text.split("\n", 3)[3] == listed, "the manifest does not fit the files")
    for logs, keys, enough in [policy(it) for it in (given, files["policy.txt"]) if it is not None]:
        ours = {it for it in logs if it[0] == origin}
        (_, lines, vouching), (statement, _, signed) = signers(files["manifest"], ours), signers(files["checkpoint"], keys)
        need(lines == len(vouching) == 1, "the manifest is not signed by the log alone")
        need(ours & signed and enough(signed), "too few have signed the checkpoint, or not the log")
    log, size, root = re.match("([^\n]+)\n(0|[1-9][0-9]{0,17})\n([^\n]+)\n", statement).groups()
    positions = sorted(int(it[7:-5]) for it in files if re.fullmatch(r"events/[1-9][0-9]{0,15}\.json", it))
    events = [event_at(it, files, log, int(size), b64(root)) for it in positions]
    stream = [(it["stream"], it["sequence"], it["revision"], it["payload"][kind]) for it in events]
    need(stream == [(f"{kind}:{name}", i, "1", name) for i in range(len(events) or 1)], "an event is missing or another's")
    need(log == origin and all(it["type"].startswith(f"{kind}.") for it in events), "an event has no place here")
    needed = (snapshot if kind == "snapshot" else person)(events, name, files) | {"manifest", "README.txt", "checkpoint", "policy.txt"}
    needed |= {f"events/{it}.{end}" for it in positions for end in ("json", "tlog-proof")}
    need(needed == set(files), f"missing, or without a place here: {needed ^ set(files)}")
    return [(log, "signed its first", size), *((it[0], "cosigned them") for it in signed if it[2] == WITNESS), *(
        (it["position"], it["recordedAt"], it["type"], it["by"], texts(it["payload"], *SAYS[it["type"]])) for it in events)]
if __name__ == "__main__":
    if len(sys.argv) not in (2, 4) or sys.argv[2:3] not in ([], ["--policy"]): print(__doc__), sys.exit(2)
    try: print(*check(*(open(it, "rb").read(2**25) for it in sys.argv[1::2])), sep="\n")
    except Exception as wrong: print("NOT VERIFIED:", repr(wrong), file=sys.stderr), sys.exit(1 + isinstance(wrong, OSError))
    print("VERIFIED" if sys.argv[2:] else "CONSISTENT IN ITSELF: give a policy that you trust")
