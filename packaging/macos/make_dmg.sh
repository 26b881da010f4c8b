#!/bin/sh
# Puts build/frozen/Balie.app into a disk image. On macOS only; untried, see ../README.md.
#     python3 dev.py package frozen && packaging/macos/make_dmg.sh
# BALIE_IDENTITY signs with a certificate (else ad hoc: Gatekeeper asks for a right click), and
# BALIE_NOTARY, a keychain profile of notarytool, has Apple look at it.
set -eu
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' app/__init__.py)
app=build/frozen/Balie.app
image=dist/balie-$version-macos-$(uname -m).dmg
stage=build/dmg

cp dist/THIRD_PARTY_NOTICES.txt "dist/balie-$version.cdx.json" "$app/Contents/Resources/"
if [ -n "${BALIE_IDENTITY:-}" ]; then
    codesign --force --deep --timestamp --options runtime \
        --entitlements packaging/macos/entitlements.plist --sign "$BALIE_IDENTITY" "$app"
else
    codesign --force --deep --sign - "$app"
fi
codesign --verify --deep --strict "$app"

rm -rf "$stage" "$image"
mkdir -p "$stage"
cp -R "$app" "$stage/"
ln -s /Applications "$stage/Applications"
hdiutil create -volname Balie -srcfolder "$stage" -fs HFS+ -format UDZO "$image"
if [ -n "${BALIE_NOTARY:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$BALIE_NOTARY" --wait
    xcrun stapler staple "$image"
fi
echo "$image"
