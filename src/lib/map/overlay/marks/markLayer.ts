/** Draws the marks of all overlays into the map's picture, each overlay with two calls: its circles and its numbers. */
import type { CustomLayerInterface, Map as MapLibre } from 'maplibre-gl';
import { channelsOf } from '$lib/base/colours';
import { tileUnits } from '$lib/base/markTile';
import type { OverlayLayer } from '../overlay';
import { growthAt } from '../source';
import { cellWidth, drawGlyphs, type GlyphAtlas } from './glyphAtlas';
import { corners, glyphNumbers, glyphs, markNumbers, verticesOf, type Vertices } from './vertices';
import type { PlacedTile } from './markTiles';
import { paletteOf, paletteWidth } from './palette';
import { glyphProgram, markProgram } from './shaders';

export interface DrawnOverlay {
	layer: OverlayLayer;
	/** Another list each time it changes. */
	tiles: readonly PlacedTile[];
}

/** Pixels: a lower number would not be legible and is not drawn. */
const leastHeight = 8;
const edge = { width: 0.6, opacity: 0.9 };

/** What of an overlay is on the graphics card. */
interface Uploaded {
	tiles?: readonly PlacedTile[];
	colours?: OverlayLayer['colours'];
	off?: OverlayLayer['off'];
	vertices: Vertices;
	circles: List;
	numbers: List;
	palette: WebGLTexture;
}

interface List {
	array: WebGLVertexArrayObject;
	buffer: WebGLBuffer;
}

interface Program {
	program: WebGLProgram;
	of(name: string): WebGLUniformLocation | null;
}

interface Card {
	gl: WebGL2RenderingContext;
	circles: Program;
	numbers: Program;
	atlas: WebGLTexture;
	advances: readonly number[];
	/** The corners of the two triangles of each square, for so many squares. */
	order: { buffer: WebGLBuffer; squares: number };
	overlays: Map<string, Uploaded>;
}

export class MarkLayer implements CustomLayerInterface {
	readonly id = 'overlay-marks';
	readonly type = 'custom';
	/** The lowest first. */
	overlays: readonly DrawnOverlay[] = [];
	/** `#rrggbb` */
	casing = '#ffffff';
	#map!: MapLibre;
	/** Null until there is something to draw, and after the map was taken from its card. */
	#card: Card | null = null;
	#onbroken: () => void;
	#isBroken = false;

	/** @param onbroken called once where the graphics card does not take the programs */
	constructor(onbroken: () => void) {
		this.#onbroken = onbroken;
	}

	onAdd(map: MapLibre): void {
		this.#map = map;
		this.#card = null;
		this.#isBroken = false;
	}

	/** Tries the programs again with the next frame, where the graphics card did not take them. */
	retry(): void {
		this.#isBroken = false;
	}

	onRemove(): void {
		const card = this.#card;
		this.#card = null;
		if (!card) return;
		const { gl } = card;
		for (const id of card.overlays.keys()) forget(card, id);
		gl.deleteProgram(card.circles.program);
		gl.deleteProgram(card.numbers.program);
		gl.deleteTexture(card.atlas);
		gl.deleteBuffer(card.order.buffer);
	}

	render(gl: WebGL2RenderingContext): void {
		const drawn = this.overlays.filter(({ tiles }) => tiles.length > 0);
		if (drawn.length === 0 && !this.#card) return;
		const card = this.#cardOf(gl);
		if (!card) return;
		for (const id of card.overlays.keys()) if (!drawn.some(({ layer }) => layer.id === id)) forget(card, id);
		for (const overlay of drawn) this.#draw(card, overlay, upload(card, overlay));
		gl.bindVertexArray(null);
	}

	#cardOf(gl: WebGL2RenderingContext): Card | null {
		if (this.#card || this.#isBroken) return this.#card;
		try {
			return (this.#card = cardOf(gl));
		} catch {
			this.#isBroken = true;
			// What has lost its graphics card is drawn again on the next.
			if (!gl.isContextLost()) this.#onbroken();
			return null;
		}
	}

	#draw(card: Card, { layer }: DrawnOverlay, { vertices, circles, numbers, palette }: Uploaded): void {
		const { gl } = card;
		const map = this.#map;
		const { clientWidth: width, clientHeight: height } = map.getContainer();
		const units = unitsOnScreen(map, vertices);
		gl.activeTexture(gl.TEXTURE0);
		gl.bindTexture(gl.TEXTURE_2D, palette);
		const use = ({ program, of }: Program) => {
			gl.useProgram(program);
			gl.uniform4f(
				of('toClip'),
				(2 * units.size) / width,
				(-2 * units.size) / height,
				(2 * units.x) / width - 1,
				1 - (2 * units.y) / height
			);
			gl.uniform2f(of('pixel'), 2 / width, 2 / height);
			gl.uniform1f(of('growth'), growthAt(layer, map.getZoom()));
			// From above to: no window.
			gl.uniform2f(of('days'), layer.window?.from ?? 1, layer.window?.to ?? 0);
			gl.uniform1i(of('palette'), 0);
		};
		use(card.circles);
		const [red, green, blue] = channelsOf(this.casing).map((channel) => (channel / 255) * edge.opacity);
		gl.uniform4f(card.circles.of('edge'), red!, green!, blue!, edge.opacity);
		gl.uniform1f(card.circles.of('edgeWidth'), edge.width);
		gl.uniform1f(card.circles.of('ratio'), map.getCanvas().width / width);
		drawSquares(card, circles, vertices.marks.length / markNumbers / corners);
		if (vertices.glyphs.length === 0) return;
		use(card.numbers);
		gl.uniform3f(card.numbers.of('cell'), cellWidth, glyphs.length, leastHeight);
		gl.activeTexture(gl.TEXTURE1);
		gl.bindTexture(gl.TEXTURE_2D, card.atlas);
		gl.uniform1i(card.numbers.of('atlas'), 1);
		drawSquares(card, numbers, vertices.glyphs.length / glyphNumbers / corners);
		gl.activeTexture(gl.TEXTURE0);
	}
}

/** Where the corner that places are counted from is, and how large a unit is, in pixels of the page. */
export function unitsOnScreen(
	map: Pick<MapLibre, 'project' | 'getZoom'>,
	{ zoom, column, row }: Pick<Vertices, 'zoom' | 'column' | 'row'>
): { x: number; y: number; size: number } {
	const world = 512 * 2 ** map.getZoom();
	const middle = map.project([0, 0]);
	const at = (tile: number, middle: number) => middle + (tile / 2 ** zoom - 0.5) * world;
	return { x: at(column, middle.x), y: at(row, middle.y), size: world / 2 ** zoom / tileUnits };
}

function cardOf(gl: WebGL2RenderingContext): Card {
	const { picture, advances }: GlyphAtlas = drawGlyphs();
	const atlas = gl.createTexture();
	gl.bindTexture(gl.TEXTURE_2D, atlas);
	gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, picture);
	gl.generateMipmap(gl.TEXTURE_2D);
	gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
	gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
	gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
	return {
		gl,
		circles: programOf(gl, markProgram),
		numbers: programOf(gl, glyphProgram),
		atlas,
		advances,
		order: { buffer: gl.createBuffer(), squares: 0 },
		overlays: new Map()
	};
}

function programOf(gl: WebGL2RenderingContext, { vertex, fragment }: typeof markProgram): Program {
	const program = gl.createProgram();
	for (const [kind, text] of [
		[gl.VERTEX_SHADER, vertex],
		[gl.FRAGMENT_SHADER, fragment]
	] as const) {
		const shader = gl.createShader(kind)!;
		gl.shaderSource(shader, text);
		gl.compileShader(shader);
		gl.attachShader(program, shader);
		gl.deleteShader(shader);
	}
	gl.linkProgram(program);
	if (!gl.getProgramParameter(program, gl.LINK_STATUS))
		throw new Error(gl.getProgramInfoLog(program) ?? 'the program was not linked');
	const known = new Map<string, WebGLUniformLocation | null>();
	return {
		program,
		of(name) {
			if (!known.has(name)) known.set(name, gl.getUniformLocation(program, name));
			return known.get(name)!;
		}
	};
}

/** Brings to the card what of an overlay has changed. */
function upload(card: Card, { layer, tiles }: DrawnOverlay): Uploaded {
	const { gl } = card;
	const there = card.overlays.get(layer.id) ?? begun(gl);
	card.overlays.set(layer.id, there);
	const isOther = there.tiles !== tiles || there.colours !== layer.colours;
	if (isOther) {
		there.vertices = verticesOf(tiles, layer.colours, card.advances);
		fill(gl, there.circles, there.vertices.marks);
		fill(gl, there.numbers, there.vertices.glyphs);
	}
	if (isOther || there.off !== layer.off) {
		const codes = tiles.reduce(
			(most, { marks }) => marks.code.reduce((most, code) => Math.max(most, code), most),
			0
		);
		const { rows, bytes } = paletteOf(layer, codes + 1);
		gl.bindTexture(gl.TEXTURE_2D, there.palette);
		const width = 2 * paletteWidth;
		gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, width, rows, 0, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
	}
	[there.tiles, there.colours, there.off] = [tiles, layer.colours, layer.off];
	return there;
}

function begun(gl: WebGL2RenderingContext): Uploaded {
	const palette = gl.createTexture();
	gl.bindTexture(gl.TEXTURE_2D, palette);
	// Colours are looked up and not mixed; without mipmaps the usual filter would find none.
	gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
	gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
	return {
		vertices: verticesOf([], [], []),
		circles: listOf(gl, [2, 2, 2, 1]),
		numbers: listOf(gl, [2, 2, 2, 1, 1, 1]),
		palette
	};
}

/** A list of corners whose attributes have so many numbers each. */
function listOf(gl: WebGL2RenderingContext, attributes: number[]): List {
	const [array, buffer] = [gl.createVertexArray(), gl.createBuffer()];
	const stride = attributes.reduce((sum, numbers) => sum + numbers, 0) * 4;
	gl.bindVertexArray(array);
	gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
	let offset = 0;
	for (const [index, numbers] of attributes.entries()) {
		gl.enableVertexAttribArray(index);
		gl.vertexAttribPointer(index, numbers, gl.FLOAT, false, stride, offset);
		offset += numbers * 4;
	}
	gl.bindVertexArray(null);
	return { array, buffer };
}

function drawSquares({ gl, order }: Card, { array }: List, squares: number): void {
	gl.bindVertexArray(array);
	gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, order.buffer);
	if (squares > order.squares) {
		order.squares = 2 * squares;
		const list = new Uint32Array(order.squares * 6);
		for (let square = 0; square < order.squares; square++)
			list.set(
				[0, 1, 2, 2, 1, 3].map((corner) => square * corners + corner),
				square * 6
			);
		gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, list, gl.STATIC_DRAW);
	}
	gl.drawElements(gl.TRIANGLES, squares * 6, gl.UNSIGNED_INT, 0);
}

function fill(gl: WebGL2RenderingContext, { buffer }: List, numbers: Float32Array<ArrayBuffer>): void {
	gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
	gl.bufferData(gl.ARRAY_BUFFER, numbers, gl.DYNAMIC_DRAW);
}

function forget({ gl, overlays }: Card, id: string): void {
	const { circles, numbers, palette } = overlays.get(id)!;
	for (const { array, buffer } of [circles, numbers]) {
		gl.deleteVertexArray(array);
		gl.deleteBuffer(buffer);
	}
	gl.deleteTexture(palette);
	overlays.delete(id);
}
