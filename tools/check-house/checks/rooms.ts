import { type Check, type Finding, floorOf, type Site } from '../check.ts'
import type { Floor } from '../house.ts'
import type { Module } from '../module.ts'

type Rooms = NonNullable<Floor['rooms']>

function roomOf(floor: Floor, path: string): string | undefined {
  const [source, room, rest] = path.slice(floor.folder.length + 1).split('/')
  return source === 'src' && rest !== undefined ? room : undefined
}

const rowOf = (rooms: Rooms, room: string) => rooms.findIndex((row) => row.includes(room))

function messageFor(rooms: Rooms, from: string, to: string | undefined): string | undefined {
  if (to === undefined) return `room ${from} imports the door of its own package`
  if (from === to || rowOf(rooms, to) < rowOf(rooms, from)) return undefined
  return `room ${from} does not look at ${to}: rooms look left`
}

function aboutImports(floor: Floor, rooms: Rooms, from: string, module: Module): Finding[] {
  return module.imports.flatMap(({ path, line }) => {
    if (path === undefined || !path.startsWith(`${floor.folder}/src/`)) return []
    const message = messageFor(rooms, from, roomOf(floor, path))
    return message === undefined ? [] : [{ path: module.path, line, message }]
  })
}

function aboutModule({ floors }: Site, module: Module): Finding[] {
  const floor = floorOf(floors, module.path)
  const room = floor && roomOf(floor, module.path)
  if (floor?.rooms === undefined || room === undefined || module.test) return []
  if (rowOf(floor.rooms, room) >= 0) return aboutImports(floor, floor.rooms, room, module)
  return [{ path: module.path, line: 1, message: `room ${room} is not in the table of rooms` }]
}

export const rooms: Check = {
  name: 'rooms',
  rule: 'rooms look left',
  find: (site) => site.modules.flatMap((module) => aboutModule(site, module)),
}
