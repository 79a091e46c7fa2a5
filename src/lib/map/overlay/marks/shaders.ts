/**
 * The programs that draw the marks of overlays and their numbers. Values that are turned off and a window of time are
 * looked up as a mark is drawn: neither needs its list anew.
 */

/** Where a mark is, and whether it is seen: shared by both programs. Lengths are pixels of the page. */
const place = `#version 300 es
precision highp float;
/** Clip space of a place: place * xy + zw. */
uniform vec4 toClip;
/** A pixel in clip space. */
uniform vec2 pixel;
/** How much marks have grown. */
uniform float growth;
/** Days, both included. */
uniform vec2 days;
/** 256 codes in each row: the colours on the left, and what is written on them on the right; clear where turned off. */
uniform sampler2D palette;

layout(location = 0) in vec2 position;
layout(location = 1) in vec2 size;
layout(location = 2) in vec2 span;
layout(location = 3) in float code;

vec4 colourOf(int column) {
	int number = int(code);
	return texelFetch(palette, ivec2(column + (number & 255), number >> 8), 0);
}
bool isWithin() {
	// Without a window the mark of a row without a date is seen too.
	return days.x > days.y || (span.x <= days.y && span.y >= days.x);
}
vec2 cornerOf() {
	return vec2(gl_VertexID & 1, (gl_VertexID >> 1) & 1) * 2.0 - 1.0;
}
const vec4 nowhere = vec4(2.0, 2.0, 2.0, 1.0);
`;

export const markProgram = {
	vertex: `${place}
out vec2 away;
flat out float radius;
flat out vec4 colour;
void main() {
	colour = colourOf(0);
	radius = size.x + size.y * growth;
	if (colour.a == 0.0 || !isWithin()) {
		gl_Position = nowhere;
		return;
	}
	away = cornerOf() * (radius + 1.6);
	gl_Position = vec4(position * toClip.xy + toClip.zw + away * pixel, 0.0, 1.0);
}`,
	fragment: `#version 300 es
precision highp float;
/** The edge about a mark, premultiplied, and its width. */
uniform vec4 edge;
uniform float edgeWidth;
/** Pixels of the canvas to one of the page. */
uniform float ratio;
in vec2 away;
flat in float radius;
flat in vec4 colour;
out vec4 drawn;
void main() {
	float distance = length(away);
	float inner = clamp((radius - distance) * ratio + 0.5, 0.0, 1.0);
	float outer = clamp((radius + edgeWidth - distance) * ratio + 0.5, 0.0, 1.0);
	drawn = mix(edge, colour, inner) * outer;
}`
};

export const glyphProgram = {
	vertex: `${place}
layout(location = 4) in float shift;
layout(location = 5) in float glyph;
/** Width of a glyph's cell in parts of its height, how many cells there are, and the lowest number that is read. */
uniform vec3 cell;
out vec2 at;
flat out vec4 colour;
void main() {
	float height = size.x + size.y * growth;
	colour = colourOf(256);
	if (height < cell.z || colour.a == 0.0 || colourOf(0).a == 0.0 || !isWithin()) {
		gl_Position = nowhere;
		return;
	}
	vec2 corner = cornerOf();
	vec2 away = vec2(shift + corner.x * cell.x * 0.5, corner.y * 0.5) * height;
	at = vec2((glyph + corner.x * 0.5 + 0.5) / cell.y, 0.5 - corner.y * 0.5);
	gl_Position = vec4(position * toClip.xy + toClip.zw + away * pixel, 0.0, 1.0);
}`,
	fragment: `#version 300 es
precision highp float;
uniform sampler2D atlas;
in vec2 at;
flat in vec4 colour;
out vec4 drawn;
void main() {
	drawn = colour * texture(atlas, at, -0.5).a;
}`
};
