// What a published SVG may hold: shapes, text, gradients, filters and their presentation (SVG 2), as hast names them.
import type { Schema } from "hast-util-sanitize";

const tagNames =
  "svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc style marker " +
  "linearGradient radialGradient stop clipPath mask pattern filter feBlend feColorMatrix feComponentTransfer feComposite " +
  "feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG " +
  "feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile " +
  "feTurbulence";

const attributes =
  "id className style transform viewBox preserveAspectRatio version x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy d points " +
  "width height href xLinkHref xmlSpace xmlLang lang role ariaLabel ariaLabelledBy ariaHidden pathLength rotate " +
  "textLength lengthAdjust startOffset method spacing side offset gradientUnits gradientTransform spreadMethod " +
  "clipPathUnits maskUnits maskContentUnits patternUnits patternContentUnits patternTransform markerUnits markerWidth " +
  "markerHeight refX refY orient filterUnits primitiveUnits in in2 result mode type values operator k1 k2 k3 k4 " +
  "stdDeviation edgeMode radius scale xChannelSelector yChannelSelector tableValues slope intercept amplitude exponent " +
  "baseFrequency numOctaves seed stitchTiles surfaceScale diffuseConstant specularConstant specularExponent " +
  "kernelMatrix kernelUnitLength divisor bias targetX targetY order preserveAlpha azimuth elevation z pointsAtX " +
  "pointsAtY pointsAtZ limitingConeAngle fill fillOpacity fillRule stroke strokeWidth strokeOpacity strokeLineCap " +
  "strokeLineJoin strokeMiterLimit strokeDashArray strokeDashOffset opacity color display visibility overflow " +
  "fontFamily fontSize fontStyle fontWeight fontVariant fontStretch letterSpacing wordSpacing textAnchor textDecoration " +
  "textRendering shapeRendering dominantBaseline alignmentBaseline baselineShift writingMode direction unicodeBidi " +
  "stopColor stopOpacity floodColor floodOpacity lightingColor clipPath clipRule mask filter markerStart markerMid " +
  "markerEnd paintOrder vectorEffect colorInterpolation colorInterpolationFilters mixBlendMode";

/** An allow-list; script and foreignObject go with their text, of other unknown elements the children stay. */
export const svgSchema = {
  tagNames: tagNames.split(" "),
  attributes: {
    "*": attributes.split(" "),
    // Only as we write them, after the check of what an author wrote.
    svg: [
      ["xmlns", "http://www.w3.org/2000/svg"],
      ["xmlnsXLink", "http://www.w3.org/1999/xlink"],
    ],
  },
  strip: ["script", "foreignObject", "metadata", "image", "feImage"],
  // The targets of url(#…) and href="#…" keep their names.
  clobber: [],
  ancestors: {},
  required: {},
  protocols: {},
} satisfies Schema & { tagNames: string[] };
