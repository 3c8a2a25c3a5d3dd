import type { Peer } from '../../findings.ts';
import { type Line, sentencesOf, spanIn } from '../lines.ts';
import { peerOf } from './peer-line.ts';
import { personName } from './words.ts';

const announces =
  /\b(?:peer team|review team|challenge team|the team|peers)\b[^.:;]{0,80}?\b(?:consisted of|comprised|comprising|was made up of|made up of|included|was|were|consisting of|led by)\b:?\s*/iu;
const personStart = new RegExp(`(?:^|[,;:]\\s+(?:and )?|\\band )(?=${personName.source}(?:,| \\(| [-–—] ))`, 'gu');

/** A team told in a sentence: "The peer team was Ada Thornbeck, Chief Executive of Ashby Council; and ...". */
export function peersInProse(line: Line): Peer[] {
  for (const sentence of sentencesOf(line.text)) {
    const announced = announces.exec(sentence.text);
    if (!announced) continue;
    const from = announced.index + announced[0].length;
    const list = sentence.text.slice(from);
    const starts = [...list.matchAll(personStart)].map((m) => m.index + m[0].length);
    const peers = starts.flatMap((start, i): Peer[] => {
      const piece = list.slice(start, starts[i + 1]).replace(/[\s,;.]*(?:\band)?[\s,;.]*$/u, '');
      const peer = peerOf(piece);
      if (!peer) return [];
      const at = sentence.start + from + start;
      return [
        {
          ...peer,
          confidence: Math.min(peer.confidence, 0.75),
          group: null,
          span: spanIn(line, at, at + piece.length),
        },
      ];
    });
    if (peers.length >= 2 && starts[0]! < 40) return peers;
  }
  return [];
}

/** What leads up to a name in a sentence about the team ... */
const leadsUp =
  /^(?:and |[\p{L} ]{0,80}\b(?:led by|chaired by|headed by|came|were|was|are|is|included|comprised|of|with|by|joined by)[,:]? )/u;
/** ... in small letters but for the first word, and with no word of what a peer did or said. */
const deed = /\b(?:met|spoke|told|said|heard|thanks?|grateful|interview\p{L}*)\b/iu;

/**
 * The parts of a paragraph that may each introduce a peer: between semicolons and at the ends of sentences, without what
 * leads up to a name ("The team was led by ...", "With this peer came ...", "and ...").
 */
export function partsOfProse(text: string): { readonly text: string; readonly start: number }[] {
  return sentencesOf(text).flatMap((sentence) =>
    [...sentence.text.matchAll(/[^;]+/gu)].map((m) => {
      const space = /^\s*(?:and )?/u.exec(m[0])![0].length;
      const part = m[0].slice(space);
      const named = new RegExp(personName.source, 'u').exec(part);
      const before = named && named.index > 0 ? part.slice(0, named.index) : '';
      const lead = before !== '' && leadsUp.exec(before)?.[0] === before && !deed.test(before) ? before.length : 0;
      return { text: part.slice(lead).trimEnd(), start: sentence.start + m.index + space + lead };
    }),
  );
}
