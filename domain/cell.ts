/** The item that stands for everything; the others are desks, channels, questions, … */
export const everything = ''
