"""The page with the owner's texts, macros and signature."""

from app.views.pictures.album import Album


async def texts(album: Album) -> None:
    """A text as it is kept and half changed, a macro, and how the firm writes."""
    await album.go("todo")
    album.window.actions_.trigger("own_texts")
    await album.settle()
    page = album.desk.rooms.texts
    await album.take("82-texts")
    page.card.form.body.setPlainText("Dag {naam|daar},\n\nOp {dag} is {pakket|uw pakket} bij u.")
    await album.take("82-texts-draft")
    page.card.revert.click()
    page.show_tab("macros")
    await album.take("83-macros")
    page.show_tab("style")
    page.card.style_form.initials.setText("^LV")
    page.card.style_form.edited.emit()
    await album.take("84-writing")
    page.card.revert.click()
    album.window.show_messages()
