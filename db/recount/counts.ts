import 'server-only'
import type { SurveyDefinition } from '@/domain/survey'

/** Called with one plain English sentence per fault. */
export type OnFault = (sentence: string) => void

export type Version = Readonly<{ publicId: string; definition: SurveyDefinition }>

export type Counts = Map<string, number>

export const pageSize = 2000

export type Cell = readonly [number, string, number, number, string, string, number]

/** By what a counted cell is found again. */
export const keyOf = (cell: Cell) => cell.join('\t')
