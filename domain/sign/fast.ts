import { onFullDays } from './hours'
import type { FastSign, Sighting, SourceRecord } from './sign'

/**
 * Nobody reads a question and chooses an answer in less than a second; studies of careless answering take one to two
 * seconds for an item (Wood et al. 2017; Huang et al. 2012). The first question counts for nothing: on a tablet the
 * visit begins with the first tap.
 */
export const secondsPerQuestion = 1

/** A few quick ones are people who know the form. */
export const fewestFast = 5

/** Responses given faster than their questions can be read, on days with several of them at one source. */
export function findFast({ source, timed, doubtful }: SourceRecord): FastSign[] {
  const members = onFullDays(timed.filter(isTooFast), fewestFast)
  if (members.length === 0) return []
  const shortest = Math.min(...members.map(({ duration }) => duration))
  const of = timed.length + doubtful.length
  return [{ kind: 'fast', key: `fast.${source.key}`, source, members, of, shortest }]
}

/** A duration below zero is a clock that was set meanwhile. */
const isTooFast = ({ duration, answered }: Sighting): boolean =>
  duration >= 0 && duration < (answered - 1) * secondsPerQuestion * 1000
